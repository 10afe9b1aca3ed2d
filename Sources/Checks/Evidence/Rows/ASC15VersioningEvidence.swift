import AWSOperations
import Domain

/// ASC 15: what buckets keep, and for how long.
struct VersioningEvidence {
  private let inventory: Inventory
  private let receivers: LogReceivers
  private let buckets: [VersioningBucket]

  init(of inventory: Inventory) {
    self.inventory = inventory
    receivers = LogReceivers(of: inventory)
    buckets = (inventory.buckets.known { $0 } ?? []).sorted { $0.name < $1.name }
      .compactMap { VersioningBucket($0.name, in: inventory.evidence) }
  }

  var evidence: Evidence {
    var evidence = Evidence(summary: summary)
    evidence.addFlag(of: buckets.filter(\.keepsVersionsForEver).map(\.name), Text.unbounded)
    evidence.addFlag(of: buckets.filter { $0.has(.suspended) }.map(\.name), Text.suspended)
    evidence.addFlag(of: buckets.filter(\.keepsUploads).map(\.name), Text.uploads)
    evidence.addFlag(of: buckets.filter(losesLogs).map(\.name), Text.shortLogs)
    evidence.addFlag(of: buckets.filter(isBareTrailBucket).map(\.name), Text.bareTrails)
    evidence.tables = [table]
    evidence.addNotVisible(
      inventory.buckets.gaps + buckets.flatMap(\.gaps) + receivers.gaps
    )
    evidence.material = material
    return evidence
  }

  static let rules = [
    MaterialRule(
      "versioning",
      Text(en: "versioning", ja: "バージョニング"),
      added: .any,
      changed: .worse([
        BucketVersioning.Status.enabled.rawValue, BucketVersioning.Status.suspended.rawValue,
        BucketVersioning.Status.never.rawValue,
      ]),
      values: Dictionary(
        BucketVersioning.Status.allCases.map { ($0.rawValue, $0.words) }
      ) { first, _ in first }
    ),
    MaterialRule(
      "expiry",
      Text(en: "rules that delete", ja: "削除のルール"),
      changed: .any,
      values: [VersioningBucket.nothingExpires: .no]
    ),
  ]

  private var material: MaterialFacts {
    var facts = MaterialFacts()
    facts.add("versioning", inventory.buckets) { _ in
      Dictionary(buckets.map { ($0.name, $0.versioning.known(\.status.rawValue) ?? "?") }) {
        first,
        _ in first
      }
    }
    facts.add("expiry", inventory.buckets) { _ in
      Dictionary(buckets.map { ($0.name, $0.expiry.known { $0 } ?? "?") }) { first, _ in first }
    }
    return facts
  }

  private func losesLogs(_ bucket: VersioningBucket) -> Bool {
    receivers.all.contains(bucket.name) && bucket.shortestExpiration.map { $0 < 365 } ?? false
  }

  private func isBareTrailBucket(_ bucket: VersioningBucket) -> Bool {
    receivers.ofTrails.contains(bucket.name) && (bucket.has(.never) || bucket.has(.suspended))
  }

  private var summary: Text {
    let versioned = buckets.count { $0.has(.enabled) }
    let ruled = buckets.count { !($0.lifecycle.known(\.isEmpty) ?? true) }
    return Text(
      en:
        "buckets: \(buckets.count), keeping versions: \(versioned), with lifecycle rules: \(ruled)",
      ja: "バケット\(buckets.count)件中、バージョニング有効\(versioned)件、"
        + "ライフサイクルルールあり\(ruled)件"
    )
  }

  private var table: Evidence.Table {
    Evidence.Table(
      Text(en: "Buckets", ja: "バケット"),
      columns: [
        Text(en: "bucket", ja: "バケット"), Text(en: "versioning", ja: "バージョニング"),
        Text(en: "MFA delete", ja: "MFA Delete"), Text(en: "object lock", ja: "オブジェクトロック"),
        Text(en: "lifecycle rules", ja: "ライフサイクルルール"),
        Text(en: "keeps logs", ja: "ログの保存先"),
      ],
      of: buckets,
      isFlagged: { $0.isFlagged || losesLogs($0) || isBareTrailBucket($0) },
      cells: { bucket in
        [
          Text(verbatim: bucket.name), bucket.versioning.known(\.status.words) ?? .notKnown,
          bucket.versioning.known { $0.hasMFADelete ? .yes : .no } ?? .notKnown,
          bucket.objectLock.known { $0 ? .yes : .no } ?? .notKnown,
          bucket.lifecycle.known(\.words) ?? .notKnown,
          receivers.all.contains(bucket.name) ? .yes : .no,
        ]
      }
    )
  }
}

/// What one bucket keeps, and for how long.
struct VersioningBucket {
  /// Stands for no rule that deletes anything.
  static let nothingExpires = "-"

  let name: String
  let versioning: Fact<BucketVersioning>
  let lifecycle: Fact<[LifecycleRule]>
  let objectLock: Fact<Bool>

  /// `nil` for a bucket that vanished meanwhile.
  init?(_ name: String, in facts: EvidenceFacts) {
    self.name = name
    versioning = facts.versionings[name] ?? .notCollected
    lifecycle = facts.lifecycles[name] ?? .notCollected
    objectLock = facts.objectLocks[name] ?? .notCollected
    guard versioning.gap?.cause != .gone else { return nil }
  }

  var gaps: [Gap] { versioning.gaps + lifecycle.gaps + objectLock.gaps }

  var isFlagged: Bool { keepsVersionsForEver || has(.suspended) || keepsUploads }

  func has(_ status: BucketVersioning.Status) -> Bool {
    versioning.known { $0.status == status } ?? false
  }

  /// Old versions pile up, and cost, without end.
  var keepsVersionsForEver: Bool {
    guard has(.enabled), case .known(let rules) = lifecycle else { return false }
    return !rules.contains { $0.isEnabled && $0.noncurrentExpirationDays != nil }
  }

  /// Parts of uploads that were never finished stay, unseen and charged.
  var keepsUploads: Bool {
    guard case .known(let rules) = lifecycle else { return false }
    return !rules.contains { $0.isEnabled && $0.abortsUploadsAfterDays != nil }
  }

  /// In days, of current objects.
  var shortestExpiration: Int? {
    lifecycle.known { rules in rules.filter(\.isEnabled).compactMap(\.expirationDays).min() } ?? nil
  }

  /// The rules that delete, in one line, for facts that are kept.
  var expiry: Fact<String> {
    lifecycle.map { rules in
      let texts = rules.filter(\.deletes).map(\.expiry).sorted()
      return texts.isEmpty ? Self.nothingExpires : texts.joined(separator: "; ")
    }
  }
}

extension BucketVersioning.Status {
  static let allCases: [Self] = [.enabled, .suspended, .never]

  var words: Text {
    switch self {
    case .enabled: Text(en: "enabled", ja: "有効")
    case .suspended: Text(en: "suspended", ja: "停止中")
    case .never: Text(en: "never enabled", ja: "無効")
    }
  }
}

extension [LifecycleRule] {
  fileprivate var words: Text {
    isEmpty ? .no : map(\.words).joined(Text(verbatim: "; "))
  }
}

extension LifecycleRule {
  fileprivate var deletes: Bool {
    expirationDays != nil || expirationDate != nil || noncurrentExpirationDays != nil
      || keptNoncurrentVersions != nil
  }

  /// In AWS's own words, such as `logs Enabled prefix=a/ expire=90d`.
  fileprivate var expiry: String {
    let expiration = expirationDays.map { "expire=\($0)d" }
    let parts: [String?] = [
      id, isEnabled ? "Enabled" : "Disabled", scope.joined(separator: " "),
      expiration ?? expirationDate.map { "expire=\($0)" },
      noncurrentExpirationDays.map { "noncurrent=\($0)d" },
      keptNoncurrentVersions.map { "keep=\($0)" },
    ]
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }

  fileprivate var words: Text {
    let head = [id.isEmpty ? "-" : id] + scope
    let off = isEnabled ? [] : [Text(en: "disabled", ja: "無効")]
    return ([Text(verbatim: head.joined(separator: " "))] + off + currentWords + oldWords)
      .joined(Text(verbatim: ", "))
  }

  private var currentWords: [Text] {
    var words: [Text] = []
    if let days = expirationDays {
      words.append(Text(en: "expires after \(days) d", ja: "\(days)日で失効"))
    }
    if let date = expirationDate?.prefix(10) {
      words.append(Text(en: "expires on \(date)", ja: "\(date)に失効"))
    }
    return words + transitions.map { Text(verbatim: $0.text) }
  }

  private var oldWords: [Text] {
    var words: [Text] = []
    if let days = noncurrentExpirationDays {
      words.append(Text(en: "old versions after \(days) d", ja: "旧バージョンは\(days)日"))
    }
    if let count = keptNoncurrentVersions {
      words.append(Text(en: "keeps \(count)", ja: "\(count)世代保持"))
    }
    if let days = abortsUploadsAfterDays {
      words.append(Text(en: "uploads after \(days) d", ja: "未完了は\(days)日"))
    }
    return words
  }
}

extension LifecycleRule.Transition {
  fileprivate var text: String { "\(storageClass) \(after)" }
}

extension Text {
  fileprivate static func unbounded(_ list: String, _ count: Int) -> Self {
    Text(
      en: "versioned buckets that keep old versions for ever (\(count)): \(list)",
      ja: "旧バージョンが無期限に残るバケットが\(count)件あります: \(list)"
    )
  }

  fileprivate static func suspended(_ list: String, _ count: Int) -> Self {
    Text(
      en: "buckets with versioning suspended (\(count)): \(list)",
      ja: "バージョニングが停止中のバケットが\(count)件あります: \(list)"
    )
  }

  fileprivate static func uploads(_ list: String, _ count: Int) -> Self {
    Text(
      en: "buckets that never clear away unfinished uploads (\(count)): \(list)",
      ja: "未完了のアップロードが削除されないバケットが\(count)件あります: \(list)"
    )
  }

  fileprivate static func shortLogs(_ list: String, _ count: Int) -> Self {
    Text(
      en: "buckets that delete logs before 365 days (\(count)): \(list)",
      ja: "ログが365日より前に削除されるバケットが\(count)件あります: \(list)"
    )
  }

  fileprivate static func bareTrails(_ list: String, _ count: Int) -> Self {
    Text(
      en: "buckets of trails that keep no versions (\(count)): \(list)",
      ja: "バージョニングが有効でない証跡のバケットが\(count)件あります: \(list)"
    )
  }
}
