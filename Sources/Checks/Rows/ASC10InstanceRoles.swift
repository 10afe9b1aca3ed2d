import AWSOperations
import Domain
import FoundationEssentials

extension Check {
  static let instanceRoles = Check(
    id: "ASC 10",
    section: .compute,
    title: Text(
      en: "API access from EC2 uses IAM instance roles",
      ja: "EC2でのAWSリソースへのAPIアクセスはIAMインスタンスロールを利用していること"
    ),
    shortTitle: Text(
      en: "EC2 uses IAM instance roles",
      ja: "EC2のAPIアクセスはIAMロールを利用"
    ),
    criterion: Text(
      en: "no IAM role is attached to an instance",
      ja: "EC2インスタンスにIAMロールが付与されていない場合"
    ),
    why: Text(
      en:
        "A role hands out temporary keys that change by themselves, so no lasting key lies on the "
        + "instance to leak.",
      ja: "ロールは自動で更新される一時的なキーを渡すため、"
        + "漏洩すると危険な長期のキーをインスタンスに置かずに済みます。"
    ),
    remedy: Text(
      en: "Attach an instance profile whose role holds just the permissions the instance needs, "
        + "which takes no restart, then remove access keys from the host.",
      ja: "必要な権限だけを持つロールのインスタンスプロファイルを付与してください。"
        + "再起動は不要です。その後、ホストからアクセスキーを削除します。"
    ),
    severity: .medium,
    reasons: [
      .noInstanceProfile, .profileWithoutRole, .roleAttached, .profileAttached, .roleNotVerified,
      .launching, .noInstanceProfileYet,
    ],
    method: .automatic(needs: [.instances, .authorization], judge: judge)
  )

  private static func judge(_ inventory: Inventory) throws(Gap) -> [Finding] {
    let roles = inventory.authorization.rolesByProfile
    return inventory.instances.findings(
      unit: { .region($0, service: "ec2", of: inventory) },
      { region, instances in
        instances.filter { !["shutting-down", "terminated"].contains($0.state) }.map { instance in
          let unit = Resource.ec2("instance", instance.id, in: region, of: inventory)
          return finding(of: instance, unit, roles, at: inventory.now)
        }
      }
    )
  }

  private static func finding(
    of instance: Instance,
    _ unit: Resource,
    _ roles: Fact<[String: String]>,
    at now: Date
  ) -> Finding {
    var values = instance.values
    guard let profile = instance.instanceProfileARN else {
      return instance.isLaunching(at: now)
        ? .pass(unit, .launching, values, warnings: [.noInstanceProfileYet])
        : .alert(unit, .noInstanceProfile, values)
    }
    switch roles {
    case .known(let roles):
      guard let role = roles[profile] else { return .alert(unit, .profileWithoutRole, values) }
      values["role"] = role
      return .pass(unit, .roleAttached, values)
    case .unreadable:
      return .pass(unit, .profileAttached, values, warnings: [.roleNotVerified])
    }
  }
}

extension Fact<Authorization> {
  /// By the whole ARN of the instance profile, path included.
  fileprivate var rolesByProfile: Fact<[String: String]> {
    if case .known(let authorization) = self, let gap = authorization.detailsGap {
      return .unreadable(gap)
    }
    return map { authorization in
      let pairs = authorization.principals.filter { $0.kind == .role }
        .flatMap { role in role.instanceProfiles.map { ($0, role.name) } }
      return Dictionary(pairs) { first, _ in first }
    }
  }
}

extension Instance {
  /// A profile may be attached right after launch, as some tools do.
  fileprivate func isLaunching(at now: Date) -> Bool {
    guard state == "pending", let launchedAt else { return false }
    return now.timeIntervalSince(launchedAt) < 300
  }

  fileprivate var values: Values {
    var values: Values = ["state": state]
    values["instanceProfile"] = instanceProfileARN
    values["nameTag"] = tags["Name"]
    values["launchedAt"] = launchedAt?.timestamp
    values["vpc"] = vpcID
    values["publicIP"] = publicIP
    values["platform"] = platform
    values["keyPair"] = keyName
    values["managedBy"] = managedBy
    return values
  }
}

extension Reason {
  static let noInstanceProfile = Reason(
    "noInstanceProfile",
    en: "no IAM role is attached ({state})",
    ja: "IAMロールが付与されていません ({state})"
  )
  static let profileWithoutRole = Reason(
    "profileWithoutRole",
    en: "instance profile {instanceProfile} holds no role, or was deleted",
    ja: "インスタンスプロファイル {instanceProfile} にロールがないか、削除されています"
  )
  static let roleAttached = Reason(
    "roleAttached",
    en: "uses role {role}",
    ja: "ロール {role} を利用しています"
  )
  static let profileAttached = Reason(
    "profileAttached",
    en: "has instance profile {instanceProfile}",
    ja: "インスタンスプロファイル {instanceProfile} が付与されています"
  )
  static let roleNotVerified = Reason(
    "roleNotVerified",
    en: "whether the instance profile holds a role could not be read",
    ja: "インスタンスプロファイルにロールがあるかは取得できませんでした"
  )
  static let launching = Reason(
    "launching",
    en: "launched less than five minutes ago",
    ja: "起動から5分以内です"
  )
  static let noInstanceProfileYet = Reason(
    "noInstanceProfileYet",
    en: "no IAM role is attached yet",
    ja: "IAMロールはまだ付与されていません"
  )
}
