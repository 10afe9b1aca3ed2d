import Domain

/// Lists the managed policies that grant somebody something.
///
/// Those attached only as a permissions boundary are left out: they grant nothing.
package struct ListPolicies: PagedOperation {
  package typealias Item = ListedPolicy

  package static let service = Service.iam
  package static let name = "ListPolicies"
  package static let permission: Permission = "iam:ListPolicies"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form([
      "Scope": "All",
      "OnlyAttached": "true",
      "PolicyUsageFilter": "PermissionsPolicy",
      "MaxItems": "1000",
      "Marker": pageToken,
    ])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let result = try result(of: answer)
    let policies = try result.list("Policies", of: "member") { policy throws(Undecodable) in
      ListedPolicy(
        arn: try policy.requiredString("Arn"),
        name: try policy.requiredString("PolicyName"),
        defaultVersionID: try policy.requiredString("DefaultVersionId")
      )
    }
    return Page(items: policies, nextToken: try result.nextMarker())
  }
}

/// A managed policy without its document.
package struct ListedPolicy: Hashable, Sendable {
  package var arn: String
  package var name: String
  package var defaultVersionID: String

  package init(arn: String, name: String, defaultVersionID: String) {
    self.arn = arn
    self.name = name
    self.defaultVersionID = defaultVersionID
  }
}
