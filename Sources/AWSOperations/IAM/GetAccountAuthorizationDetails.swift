import Domain
import FoundationEssentials

/// Lists every user, group, role and managed policy with what it grants: all of IAM in a few calls.
///
/// Managed policies come with up to five versions, of which only the default one is in force.
package struct GetAccountAuthorizationDetails: PagedOperation {
  package typealias Item = AuthorizationItem

  package static let service = Service.iam
  package static let name = "GetAccountAuthorizationDetails"
  package static let permission: Permission = "iam:GetAccountAuthorizationDetails"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(
      ["MaxItems": "1000", "Marker": pageToken],
      lists: ["Filter": ["User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"]]
    )
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let result = try result(of: answer)
    guard lists.contains(where: { result.child($0) != nil }) else {
      throw Undecodable("GetAccountAuthorizationDetails without a list")
    }
    let users = try result.optionalList("UserDetailList", of: "member") {
      user throws(Undecodable) in
      try Principal(.user, user, inlinePolicies: "UserPolicyList")
    }
    let groups = try result.optionalList("GroupDetailList", of: "member") {
      group throws(Undecodable) in
      try Principal(.group, group, inlinePolicies: "GroupPolicyList")
    }
    let roles = try result.optionalList("RoleDetailList", of: "member") {
      role throws(Undecodable) in
      try Principal(.role, role, inlinePolicies: "RolePolicyList")
    }
    let policies = try result.optionalList("Policies", of: "member", ManagedPolicy.init)
    return Page(
      items: (users + groups + roles).map(AuthorizationItem.principal)
        + policies.map(AuthorizationItem.policy),
      nextToken: try result.nextMarker()
    )
  }

  /// A page may lack those it has nothing of, but not all.
  private static let lists: [StaticString] = [
    "UserDetailList", "GroupDetailList", "RoleDetailList", "Policies",
  ]
}

/// What `GetAccountAuthorizationDetails` lists, in one sequence.
package enum AuthorizationItem: Hashable, Sendable {
  case principal(Principal)
  case policy(ManagedPolicy)
}

/// A user, group or role with everything IAM grants it.
package struct Principal: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case user
    case group
    case role
  }

  package var kind: Kind
  package var arn: String
  package var name: String
  package var path: String = "/"
  package var inlinePolicies: [InlinePolicy] = []
  package var attachedPolicies: [AttachedPolicy] = []
  package var permissionsBoundary: String?
  /// A user's groups, by name.
  package var groups: [String] = []
  /// A role's trust policy, as AWS sent it.
  package var trustPolicy: String?
  /// A role's instance profiles, by ARN.
  package var instanceProfiles: [String] = []
  package var lastUsed: Date?

  package init(kind: Kind, arn: String, name: String) {
    self.kind = kind
    self.arn = arn
    self.name = name
  }
}

package struct InlinePolicy: Hashable, Sendable {
  package var name: String
  /// As AWS sent it: percent-encoded or plain.
  package var document: String

  package init(name: String, document: String) {
    self.name = name
    self.document = document
  }
}

package struct AttachedPolicy: Hashable, Sendable {
  package var name: String
  package var arn: String

  package init(name: String, arn: String) {
    self.name = name
    self.arn = arn
  }
}

/// A managed policy in its default version.
package struct ManagedPolicy: Hashable, Sendable {
  package var arn: String
  package var defaultVersionID: String
  /// Of the default version, as AWS sent it: percent-encoded or plain.
  ///
  /// `nil` if it was not sent.
  package var document: String?

  package init(arn: String, defaultVersionID: String, document: String?) {
    self.arn = arn
    self.defaultVersionID = defaultVersionID
    self.document = document
  }
}

extension Principal {
  fileprivate init(
    _ kind: Kind,
    _ element: XMLElement,
    inlinePolicies list: StaticString
  ) throws(Undecodable) {
    try self.init(kind, element)
    inlinePolicies = try element.optionalList(list, of: "member") { policy throws(Undecodable) in
      InlinePolicy(
        name: try policy.requiredString("PolicyName"),
        document: try policy.requiredString("PolicyDocument")
      )
    }
    attachedPolicies = try element.optionalList("AttachedManagedPolicies", of: "member") {
      policy throws(Undecodable) in
      AttachedPolicy(
        name: try policy.requiredString("PolicyName"),
        arn: try policy.requiredString("PolicyArn")
      )
    }
    groups = try element.optionalList("GroupList", of: "member") { $0.text }
    instanceProfiles = try element.optionalList("InstanceProfileList", of: "member") {
      profile throws(Undecodable) in
      try profile.requiredString("Arn")
    }
  }
}

extension ManagedPolicy {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    let defaultVersionID = try element.requiredString("DefaultVersionId")
    let versions = try element.optionalList("PolicyVersionList", of: "member") {
      version throws(Undecodable) in
      (id: try version.requiredString("VersionId"), document: version.string("Document"))
    }
    self.init(
      arn: try element.requiredString("Arn"),
      defaultVersionID: defaultVersionID,
      document: versions.first { $0.id == defaultVersionID }?.document
    )
  }
}
