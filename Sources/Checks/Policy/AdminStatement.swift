import Domain

/// How close to every permission an identity policy comes.
enum AdminClass: Int, Comparable {
  case limited
  /// Limited, yet able to grant itself more.
  case canEscalate
  /// `NotAction` or `NotResource` that leaves out nothing that matters.
  case equivalent
  /// Everything on everything, under a condition.
  case conditional
  /// Everything on everything.
  case literal

  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.rawValue < rhs.rawValue
  }
}

extension PolicyDocument {
  /// The strongest statement, with its place in the document.
  ///
  /// Deny statements do not weaken it: what they leave over is for a reader to judge.
  func strongestStatement(in partition: Partition) -> (AdminClass, PolicyStatement, Int)? {
    statements.enumerated()
      .map { ($1.adminClass(in: partition), $1, $0) }
      .max { ($0.0, -$0.2) < ($1.0, -$1.2) }
  }

  func adminClass(in partition: Partition) -> AdminClass {
    strongestStatement(in: partition)?.0 ?? .limited
  }
}

extension PolicyStatement {
  func adminClass(in partition: Partition) -> AdminClass {
    guard isAllow else { return .limited }
    let hasEveryResource = covers(resources, everyResource(in: partition))
    let hasEveryAction = covers(actions?.map { $0.lowercased() }, Self.everyAction)
    if hasEveryAction, hasEveryResource { return condition == nil ? .literal : .conditional }
    let reaches = hasEveryResource || leavesResources(in: partition)
    if reaches, hasEveryAction || leavesPrivileges { return .equivalent }
    return hasEveryResource && grantsPrivileges ? .canEscalate : .limited
  }

  /// True when a single pattern matches every probe.
  private func covers(_ patterns: [String]?, _ probes: [String]) -> Bool {
    (patterns ?? []).contains { pattern in probes.allSatisfy(Wildcard(pattern).matches) }
  }

  private var leavesPrivileges: Bool {
    guard let notActions else { return false }
    let excluded = notActions.map(Wildcard.action)
    return Self.privileges.contains { privilege in !excluded.contains { $0.matches(privilege) } }
  }

  private var grantsPrivileges: Bool {
    let granted = (actions ?? []).map(Wildcard.action)
    return Self.privileges.contains { privilege in granted.contains { $0.matches(privilege) } }
  }

  private func leavesResources(in partition: Partition) -> Bool {
    notResources != nil && !covers(notResources, everyResource(in: partition))
  }

  /// One of each kind, the last of a service that nobody has invented yet.
  private static let everyAction = [
    "iam:createuser", "s3:deletebucket", "ec2:terminateinstances", "unheardof:doanything",
  ]

  private func everyResource(in partition: Partition) -> [String] {
    [
      "s3:::bucket/key", "iam::111122223333:role/path/name",
      "ec2:us-east-1:111122223333:instance/i-0123456789abcdef0",
    ].map { "arn:\(partition.rawValue):\($0)" }
  }

  /// Actions that let a caller give itself any other permission.
  private static let privileges = [
    "iam:createpolicyversion", "iam:setdefaultpolicyversion", "iam:attachuserpolicy",
    "iam:attachgrouppolicy", "iam:attachrolepolicy", "iam:putuserpolicy", "iam:putgrouppolicy",
    "iam:putrolepolicy", "iam:addusertogroup", "iam:updateassumerolepolicy",
    "iam:createaccesskey", "iam:createloginprofile", "iam:updateloginprofile",
  ]
}
