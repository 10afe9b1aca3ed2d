import Domain

/// Lists the users, without their policies.
package struct ListUsers: PagedOperation {
  package typealias Item = Principal

  package static let service = Service.iam
  package static let name = "ListUsers"
  package static let permission: Permission = "iam:ListUsers"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(["MaxItems": "1000", "Marker": pageToken])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let result = try result(of: answer)
    let users = try result.list("Users", of: "member") { user throws(Undecodable) in
      try Principal(.user, user)
    }
    return Page(items: users, nextToken: try result.nextMarker())
  }
}
