import Domain

/// Lists the roles, without their policies.
///
/// Without instance profiles and last use either: only `GetAccountAuthorizationDetails` has those.
package struct ListRoles: PagedOperation {
  package typealias Item = Principal

  package static let service = Service.iam
  package static let name = "ListRoles"
  package static let permission: Permission = "iam:ListRoles"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(["MaxItems": "1000", "Marker": pageToken])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let result = try result(of: answer)
    let roles = try result.list("Roles", of: "member") { role throws(Undecodable) in
      try Principal(.role, role)
    }
    return Page(items: roles, nextToken: try result.nextMarker())
  }
}
