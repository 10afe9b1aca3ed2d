import AWSOperations
import Domain

/// Every policy that some user, group or role was given as permissions.
///
/// A policy used only as a boundary, or attached to nobody, grants nothing and is no unit. What
/// users inherit is reported once, at their group.
struct Grants {
  let authorization: Authorization
  private let account: AccountID
  private let partition: Partition
  private let managed: [String: Judged]
  private let members: [String: [String]]

  /// What one policy's text says, or why that cannot be told.
  fileprivate typealias Judged = Result<PolicyVerdict, Gap>

  init(of authorization: Authorization, in account: AccountID, _ partition: Partition) {
    self.authorization = authorization
    self.account = account
    self.partition = partition
    managed = authorization.policies.mapValues { fact in
      switch fact {
      case .known(let policy): Self.judge(policy.document, in: partition)
      case .unreadable(let gap): .failure(gap)
      }
    }
    let memberships = authorization.principals.filter { $0.kind == .user }
      .flatMap { user in user.groups.map { ($0, [user.name]) } }
    members = Dictionary(memberships, uniquingKeysWith: +)
  }

  private static func judge(_ document: String?, in partition: Partition) -> Judged {
    guard let document else {
      return .failure(Gap(.undecodable, Self.permission, message: "the policy has no document"))
    }
    do {
      return .success(PolicyVerdict(of: try PolicyDocument(document), in: partition))
    } catch {
      return .failure(Gap(.undecodable, Self.permission, message: error.detail))
    }
  }

  private static let permission: Permission = "iam:GetAccountAuthorizationDetails"

  var findings: [Finding] {
    authorization.principals.flatMap { principal -> [Finding] in
      let inline = principal.inlinePolicies.compactMap { policy in
        finding(
          principal,
          "inline:\(policy.name)",
          ["policy": policy.name, "policyKind": "inline"],
          Self.judge(policy.document, in: partition)
        )
      }
      return inline + principal.attachedPolicies.compactMap { attached(principal, $0) }
    } + authorization.unread.compactMap(unread)
  }

  private func attached(_ principal: Principal, _ policy: AttachedPolicy) -> Finding? {
    var values = policy.values
    values["policyVersion"] = authorization.policies[policy.arn]?.known(\.defaultVersionID)
    let missing = Judged.failure(Gap(.notCollected, "iam:GetPolicyVersion"))
    return finding(principal, policy.arn, values, managed[policy.arn] ?? missing)
  }

  /// One unit for each leg of reading IAM that was refused.
  private func unread(_ grants: UnreadGrants) -> Finding? {
    let failure = Judged.failure(grants.gap)
    let inline: Values = ["policyKind": "inline"]
    switch grants.extent {
    case .inlinePolicy(let name, let principal):
      let values: Values = ["policy": name, "policyKind": "inline"]
      return finding(principal, "inline:\(name)", values, failure)
    case .inlinePolicies(let principal):
      return finding(principal, "inline:*", inline, failure)
    case .inlinePoliciesOfAll(let kind):
      let values: Values = ["kind": kind.rawValue, "policyKind": "inline"]
      return .unknown(everything("\(kind.rawValue)/*", "inline:*"), grants.gap, values)
    case .attachments(let policy):
      let unit = Resource(arn: policy.arn, region: nil, qualifier: "attachments")
      return .unknown(unit, grants.gap, policy.values)
    case .managedPolicies:
      return .unknown(everything("policy/*", "attachments"), grants.gap)
    }
  }

  private func everything(_ resource: String, _ qualifier: String) -> Resource {
    let arn = "arn:\(partition.rawValue):iam::\(account.digits):\(resource)"
    return Resource(arn: arn, region: nil, qualifier: qualifier)
  }

  private func finding(
    _ principal: Principal,
    _ qualifier: String,
    _ policy: Values,
    _ judged: Judged
  ) -> Finding? {
    let unit = Resource(arn: principal.arn, region: nil, qualifier: qualifier)
    if principal.isServiceLinked { return .notApplicable(unit, .serviceLinkedRole, policy) }
    switch judged {
    case .success(let verdict):
      var values = policy
      for pair in verdict.values.pairs + context(of: principal).pairs {
        values[pair.key] = pair.value
      }
      return Finding(verdict.status, unit, verdict.reason, values)
    case .failure(let gap) where gap.cause == .gone:
      return nil
    case .failure(let gap) where gap.cause == .undecodable:
      return .unknown(unit, gap, because: .policyUnreadable, policy)
    case .failure(let gap):
      return .unknown(unit, gap, policy)
    }
  }

  /// What a reader weighs beside the policy; none of it changes the verdict.
  private func context(of principal: Principal) -> Values {
    var values: Values = ["kind": principal.kind.rawValue]
    values["permissionsBoundary"] = principal.permissionsBoundary
    if principal.kind == .group, authorization.detailsGap == nil {
      let names = members[principal.name] ?? []
      values["members"] = "\(names.count)"
      values["memberNames"] = names.isEmpty ? nil : names.sorted().listed
    }
    values["trusts"] = principal.trustPolicy.map(Self.trusted)
    values["managedBy"] = principal.provisioner
    values["lastUsed"] = principal.lastUsed?.timestamp
    return values
  }

  /// Who may assume a role, such as `Service ec2.amazonaws.com`.
  private static func trusted(by text: String) -> String {
    do {
      let trusted = try PolicyDocument(text).statements.filter(\.isAllow).flatMap(\.principals)
      return trusted.isEmpty ? "?" : trusted.listed
    } catch {
      return "?"
    }
  }
}

/// What one policy grants, and the statement that says so.
fileprivate struct PolicyVerdict {
  let adminClass: AdminClass
  let values: Values

  init(of policy: PolicyDocument, in partition: Partition) {
    let strongest = policy.strongestStatement(in: partition)
    adminClass = strongest?.0 ?? .limited
    guard let (found, statement, index) = strongest, found > .limited else {
      values = [:]
      return
    }
    var values: Values = [
      "statement": statement.sid ?? "\(index + 1)", "statementJSON": statement.summary,
    ]
    values["condition"] = statement.condition?.text
    values["hasDeny"] = policy.hasDeny ? "true" : nil
    self.values = values
  }

  var status: Finding.Status { adminClass >= .equivalent ? .alert : .pass }

  var reason: Reason {
    switch adminClass {
    case .literal: .adminLiteral
    case .conditional: .adminConditional
    case .equivalent: .adminEquivalent
    case .canEscalate: .canEscalate
    case .limited: .limitedPolicy
    }
  }
}

extension PolicyStatement {
  fileprivate var principals: [String] {
    guard let principal = element("Principal") else { return [] }
    guard let kinds = principal.members else { return principal.scalar.map { [$0] } ?? [] }
    return kinds.sorted { $0.key < $1.key }.flatMap { kind, names in
      names.elements.compactMap(\.scalar).map { "\(kind) \($0)" }
    }
  }
}

extension AttachedPolicy {
  fileprivate var values: Values {
    let isAWS = arn.contains(":iam::aws:")
    return [
      "policy": name, "policyKind": isAWS ? "awsManaged" : "customerManaged", "policyARN": arn,
    ]
  }
}

extension Principal {
  /// Roles that belong to a service; nobody else can edit them.
  fileprivate var isServiceLinked: Bool { kind == .role && path.hasPrefix("/aws-service-role/") }

  /// The product that makes roles of this name, and where their permissions must be changed.
  fileprivate var provisioner: String? {
    if path.hasPrefix("/aws-reserved/sso.amazonaws.com/"), name.hasPrefix("AWSReservedSSO_") {
      return "IAM Identity Center"
    }
    if name == "OrganizationAccountAccessRole" { return "AWS Organizations" }
    if name == "AWSControlTowerExecution" { return "AWS Control Tower" }
    return name.hasPrefix("cdk-") && name.contains("-cfn-exec-role-") ? "AWS CDK" : nil
  }
}
