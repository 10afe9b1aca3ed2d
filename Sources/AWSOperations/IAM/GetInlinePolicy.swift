import Domain

/// Fetches the document of one inline policy.
///
/// Three calls on the wire: `GetUserPolicy`, `GetGroupPolicy`, `GetRolePolicy`.
package struct GetInlinePolicy<Owner: PolicyOwner>: AWSOperation {
  package static var service: Service { .iam }
  package static var name: String { "Get\(Owner.word)Policy" }
  package static var permission: Permission { Permission("iam:\(name)") }

  let owner: String
  let policy: String

  /// Both by name.
  package init(of owner: String, policy: String) {
    self.owner = owner
    self.policy = policy
  }

  package func request() -> WireRequest {
    form(["\(Owner.word)Name": owner, "PolicyName": policy])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> InlinePolicy {
    let result = try result(of: answer)
    return InlinePolicy(
      name: try result.requiredString("PolicyName"),
      document: try result.requiredString("PolicyDocument")
    )
  }
}

package typealias GetUserPolicy = GetInlinePolicy<UserOwner>
package typealias GetGroupPolicy = GetInlinePolicy<GroupOwner>
package typealias GetRolePolicy = GetInlinePolicy<RoleOwner>
