import Domain

/// Lists the names of one principal's inline policies.
///
/// Three calls on the wire: `ListUserPolicies`, `ListGroupPolicies`, `ListRolePolicies`.
package struct ListInlinePolicies<Owner: PolicyOwner>: PagedOperation {
  package typealias Item = String

  package static var service: Service { .iam }
  package static var name: String { "List\(Owner.word)Policies" }
  package static var permission: Permission { Permission("iam:\(name)") }

  let owner: String
  package var pageToken: String?

  /// `owner` is the principal's name, not its ARN.
  package init(of owner: String, pageToken: String? = nil) {
    self.owner = owner
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(["\(Owner.word)Name": owner, "MaxItems": "1000", "Marker": pageToken])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let result = try result(of: answer)
    let names = try result.list("PolicyNames", of: "member") { $0.text }
    return Page(items: names, nextToken: try result.nextMarker())
  }
}

package typealias ListUserPolicies = ListInlinePolicies<UserOwner>
package typealias ListGroupPolicies = ListInlinePolicies<GroupOwner>
package typealias ListRolePolicies = ListInlinePolicies<RoleOwner>

/// Whose inline policies an operation is about, as a type, because an operation's name and
/// permission belong to its type.
package protocol PolicyOwner: Sendable {
  /// The word for it in AWS's names.
  static var word: String { get }
}

package enum UserOwner: PolicyOwner {
  package static let word = "User"
}

package enum GroupOwner: PolicyOwner {
  package static let word = "Group"
}

package enum RoleOwner: PolicyOwner {
  package static let word = "Role"
}
