import Domain

/// Lists the groups, without their policies.
package struct ListGroups: PagedOperation {
  package typealias Item = Principal

  package static let service = Service.iam
  package static let name = "ListGroups"
  package static let permission: Permission = "iam:ListGroups"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(["MaxItems": "1000", "Marker": pageToken])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let result = try result(of: answer)
    let groups = try result.list("Groups", of: "member") { group throws(Undecodable) in
      try Principal(.group, group)
    }
    return Page(items: groups, nextToken: try result.nextMarker())
  }
}
