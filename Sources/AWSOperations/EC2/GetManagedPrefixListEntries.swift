import Domain

/// Lists the address blocks of a prefix list that security groups refer to.
package struct GetManagedPrefixListEntries: PagedOperation {
  package typealias Item = String

  package static let service = Service.ec2
  package static let name = "GetManagedPrefixListEntries"
  package static let permission: Permission = "ec2:GetManagedPrefixListEntries"

  let listID: String
  package var pageToken: String?

  package init(listID: String, pageToken: String? = nil) {
    self.listID = listID
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(["PrefixListId": listID, "MaxResults": "100", "NextToken": pageToken])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    try page(of: "entrySet", in: answer) { entry throws(Undecodable) in
      try entry.requiredString("cidr")
    }
  }
}
