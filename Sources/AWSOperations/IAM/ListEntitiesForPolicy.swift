import Domain

/// Lists whom a managed policy grants its permissions.
///
/// Those for whom it is only the permissions boundary are left out.
package struct ListEntitiesForPolicy: PagedOperation {
  package typealias Item = PolicyEntity

  package static let service = Service.iam
  package static let name = "ListEntitiesForPolicy"
  package static let permission: Permission = "iam:ListEntitiesForPolicy"

  let policyARN: String
  package var pageToken: String?

  package init(policyARN: String, pageToken: String? = nil) {
    self.policyARN = policyARN
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form([
      "PolicyArn": policyARN,
      "PolicyUsageFilter": "PermissionsPolicy",
      "MaxItems": "1000",
      "Marker": pageToken,
    ])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let result = try result(of: answer)
    let groups = try result.list("PolicyGroups", of: "member") { group throws(Undecodable) in
      PolicyEntity(
        kind: .group,
        name: try group.requiredString("GroupName"),
        id: try group.requiredString("GroupId")
      )
    }
    let users = try result.list("PolicyUsers", of: "member") { user throws(Undecodable) in
      PolicyEntity(
        kind: .user,
        name: try user.requiredString("UserName"),
        id: try user.requiredString("UserId")
      )
    }
    let roles = try result.list("PolicyRoles", of: "member") { role throws(Undecodable) in
      PolicyEntity(
        kind: .role,
        name: try role.requiredString("RoleName"),
        id: try role.requiredString("RoleId")
      )
    }
    return Page(items: groups + users + roles, nextToken: try result.nextMarker())
  }
}

/// Whom a managed policy is attached to.
package struct PolicyEntity: Hashable, Sendable {
  package var kind: Principal.Kind
  package var name: String
  /// IAM's unique identifier, such as `AIDACKCEVSQ6C2EXAMPLE`.
  package var id: String

  package init(kind: Principal.Kind, name: String, id: String) {
    self.kind = kind
    self.name = name
    self.id = id
  }
}
