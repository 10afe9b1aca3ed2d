import AWSOperations
import Domain

extension BucketPublicness {
  /// What rows 02-01 and 12 say about the bucket; `nil` when it vanished meanwhile.
  func finding(on unit: Resource, _ context: Values = [:]) -> Finding? {
    if bucket.isGone { return nil }
    let ways = ways
    let openings = ways.compactMap { if case .open(let reason) = $0 { reason } else { nil } }
    let gaps = ways.compactMap { if case .unknown(let gap) = $0 { gap } else { nil } }
    var values = context
    for pair in evidence.pairs { values[pair.key] = pair.value }
    values["missingActions"] = gaps.isEmpty ? nil : gaps.map(\.permission.name).listed
    if let first = openings.first {
      values["consoleLabel"] = "Public"
      values["publicThrough"] = openings.map(\.code).listed
      return .alert(unit, first, values)
    }
    if let gap = gaps.first { return .unknown(unit, gap, values) }
    values["consoleLabel"] =
      warnings.isEmpty ? "Bucket and objects not public" : "Objects can be public"
    return .pass(unit, passReason, values, warnings: warnings)
  }

  private var passReason: Reason {
    ignoresACLs.and(restrictsPolicy) == .known(true) ? .publicAccessBlocked : .notPublic
  }

  /// What could not be read shows as a question mark.
  ///
  /// What cannot matter is left out: whether it was read depends on what other rows wanted.
  private var evidence: Values {
    var values: Values = [
      "accountPublicAccessBlock": account.known(\.text) ?? "?",
      "bucketPublicAccessBlock": bucket.publicAccessBlock.known(\.text) ?? "?",
    ]
    if ignoresACLs != .known(true) {
      let grants = bucket.acl.known { $0.publicGrants.map(\.text).listed }
      values["objectOwnership"] = bucket.objectOwnership.known { $0 ?? "none" } ?? "?"
      values["publicGrants"] = grants == "" ? "none" : grants ?? "?"
    }
    if restrictsPolicy != .known(true) {
      values["policyIsPublic"] = bucket.hasPublicPolicy.known { "\($0)" } ?? "?"
      values["publicStatements"] = publicStatements
    }
    values["accessPoints"] = openAccessPoints.isEmpty ? nil : openAccessPoints.listed
    return values
  }

  private var publicStatements: String? {
    guard bucket.hasPublicPolicy == .known(true), case .known(let text?) = bucket.policy else {
      return nil
    }
    do {
      let statements = try PolicyDocument(text).publicStatements
      return statements.isEmpty ? nil : statements.listed
    } catch {
      return "?"
    }
  }
}

extension Bucket {
  fileprivate var isGone: Bool {
    [publicAccessBlock.gap, policyIsPublic.gap, acl.gap, objectOwnership.gap]
      .contains { $0?.cause == .gone }
  }
}

extension BucketACL.Grant {
  fileprivate var text: String {
    "\(granteeURI.flatMap { $0.split(separator: "/").last } ?? "?") \(permission)"
  }
}

extension PublicAccessBlock {
  /// The settings that are on, by AWS's names.
  var text: String {
    let settings = [
      ("BlockPublicAcls", blocksPublicACLs), ("IgnorePublicAcls", ignoresPublicACLs),
      ("BlockPublicPolicy", blocksPublicPolicy),
      ("RestrictPublicBuckets", restrictsPublicBuckets),
    ].filter(\.1).map(\.0)
    return settings.isEmpty ? "off" : settings.listed
  }
}

extension Fact {
  /// For evidence beside a verdict that does not depend on it.
  func known<Result>(_ transform: (Value) -> Result) -> Result? {
    if case .known(let value) = self { transform(value) } else { nil }
  }
}

extension Reason {
  static let publicACL = Reason(
    "publicAcl",
    en: "the access control list lets everyone in: {publicGrants}",
    ja: "ACLで誰にでもアクセスが許可されています: {publicGrants}"
  )
  static let publicPolicy = Reason(
    "publicPolicy",
    en: "the bucket policy makes it public",
    ja: "バケットポリシーで公開されています"
  )
  static let publicPolicyPabUnknown = Reason(
    "publicPolicyPabUnknown",
    en: "the bucket policy is public, and whether Block Public Access stops it could not be read",
    ja: "バケットポリシーが公開設定です (ブロックパブリックアクセスで防がれているかは取得できません)"
  )
  static let publicAccessPoint = Reason(
    "publicAccessPoint",
    en: "public through access point {accessPoints}",
    ja: "アクセスポイント {accessPoints} を通じて公開されています"
  )
  static let notPublic = Reason(
    "notPublic",
    en: "neither its policy, its access control list nor an access point makes it public",
    ja: "ポリシー、ACL、アクセスポイントのいずれでも公開されていません"
  )
  static let publicAccessBlocked = Reason(
    "publicAccessBlocked",
    en: "Block Public Access keeps it closed",
    ja: "ブロックパブリックアクセスで公開が防がれています"
  )
  static let accountBlocksPublicAccess = Reason(
    "accountBlocksPublicAccess",
    en: "Block Public Access of the whole account keeps it closed",
    ja: "アカウント全体のブロックパブリックアクセスで公開が防がれています"
  )
  static let objectsMayBePublic = Reason(
    "objectsMayBePublic",
    en: "access control lists are in force, so single objects may be public",
    ja: "ACLが有効なため、個々のオブジェクトが公開されている可能性があります"
  )
  static let accessPointWithoutPolicy = Reason(
    "accessPointWithoutPolicy",
    en: "access point {accessPoints} is public, and opens the bucket once that has a policy too",
    ja: "アクセスポイント {accessPoints} が公開設定です (バケットポリシーが付くと公開されます)"
  )

  /// What `BucketPublicness` may say.
  static let ofPublicness: [Reason] = [
    .publicACL, .publicPolicy, .publicPolicyPabUnknown, .publicAccessPoint, .notPublic,
    .publicAccessBlocked, .accountBlocksPublicAccess, .objectsMayBePublic,
    .accessPointWithoutPolicy,
  ]
}
