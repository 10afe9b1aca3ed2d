import AWSOperations
import Domain

/// ASC 14: whether buckets refuse plain HTTP, and which serve websites.
struct TransferEvidence {
  private let inventory: Inventory
  private let receivers: LogReceivers
  private let buckets: [TransferBucket]

  init(of inventory: Inventory) {
    self.inventory = inventory
    receivers = LogReceivers(of: inventory)
    let isPublic = Self.publicBuckets(in: inventory)
    buckets = (inventory.buckets.known { $0 } ?? []).sorted { $0.name < $1.name }
      .compactMap { TransferBucket($0.name, in: inventory, isPublic: isPublic[$0.name]) }
  }

  var evidence: Evidence {
    var evidence = Evidence(summary: summary)
    evidence.addFlag(of: bare.map(\.name), Text.bareWebsites)
    evidence.addFlag(of: open.map(\.name), Text.openBuckets)
    evidence.addFlag(of: logs.map(\.name), Text.openLogs)
    for level in TLSEnforcement.allCases {
      evidence.addLine(
        Text(en: "TLS \(level.words.en)", ja: "TLSの強制: \(level.words.ja)"),
        buckets.count { $0.enforcement == .known(level) }
      )
    }
    evidence.tables = [table]
    evidence.addNotVisible(
      inventory.buckets.gaps + buckets.flatMap(\.gaps) + inventory.evidence.distributions.gaps
        + receivers.gaps
    )
    evidence.material = material
    return evidence
  }

  static let rules = [
    MaterialRule(
      "tls",
      Text(en: "encryption in transit", ja: "通信の暗号化"),
      added: .unless(TLSEnforcement.enforced.rawValue),
      changed: .worse(TLSEnforcement.allCases.map(\.rawValue)),
      values: Dictionary(TLSEnforcement.allCases.map { ($0.rawValue, $0.words) }) { first, _ in
        first
      }
    ),
    MaterialRule(
      "websites",
      Text(en: "website", ja: "Webサイト"),
      added: .unless(TransferBucket.Website.none.rawValue),
      changed: .worse(TransferBucket.Website.allCases.map(\.rawValue)),
      values: Dictionary(TransferBucket.Website.allCases.map { ($0.rawValue, $0.words) }) {
        first,
        _ in first
      }
    ),
  ]

  private var material: MaterialFacts {
    var facts = MaterialFacts()
    facts.add("tls", inventory.buckets) { _ in
      Dictionary(buckets.map { ($0.name, $0.enforcement.known(\.rawValue) ?? "?") }) {
        first,
        _ in first
      }
    }
    facts.add("websites", inventory.buckets) { _ in
      Dictionary(buckets.map { ($0.name, $0.website.known(\.rawValue) ?? "?") }) {
        first,
        _ in first
      }
    }
    return facts
  }

  /// Websites that nothing puts TLS in front of.
  private var bare: [TransferBucket] {
    guard inventory.evidence.distributions.gap == nil else { return [] }
    return buckets.filter { $0.website == .known(.pages) && $0.distributions.isEmpty }
  }

  private var open: [TransferBucket] {
    buckets.filter { $0.enforcement == .known(.absent) && $0.isPublic == true }
  }

  private var logs: [TransferBucket] {
    buckets.filter { $0.enforcement == .known(.absent) && receivers.all.contains($0.name) }
  }

  private var summary: Text {
    let enforced = buckets.count { $0.enforcement == .known(.enforced) }
    let sites = buckets.count { $0.website == .known(.pages) }
    return Text(
      en: "buckets: \(buckets.count), refusing plain HTTP: \(enforced), serving websites: \(sites)",
      ja: "バケット\(buckets.count)件中\(enforced)件がHTTPを拒否、Webサイト\(sites)件"
    )
  }

  private var table: Evidence.Table {
    let flagged = Set((bare + open + logs).map(\.name))
    return Evidence.Table(
      Text(en: "Buckets", ja: "バケット"),
      columns: [
        Text(en: "bucket", ja: "バケット"), Text(en: "TLS only", ja: "TLSの強制"),
        Text(en: "website", ja: "Webサイト"), Text(verbatim: "CloudFront"),
        Text(en: "public", ja: "公開"), Text(en: "keeps logs", ja: "ログの保存先"),
      ],
      of: buckets,
      isFlagged: { flagged.contains($0.name) },
      cells: { bucket in
        [
          Text(verbatim: bucket.name), bucket.enforcement.known(\.words) ?? .notKnown,
          bucket.website.known(\.words) ?? .notKnown,
          inventory.evidence.distributions.gap == nil ? bucket.fronts : .notKnown,
          bucket.isPublic.map { $0 ? .yes : .no } ?? .notKnown,
          receivers.all.contains(bucket.name) ? .yes : .no,
        ]
      }
    )
  }

  /// What ASC 12 says of each bucket it could judge.
  private static func publicBuckets(in inventory: Inventory) -> [String: Bool] {
    let findings = (inventory.buckets.known { $0 } ?? []).compactMap { bucket in
      inventory.publicness(of: bucket).map { (bucket.name, $0.status) }
    }
    return Dictionary(findings.filter { $0.1 != .unknown }.map { ($0.0, $0.1 == .alert) }) {
      first,
      _ in first
    }
  }
}

/// What decides whether traffic with one bucket is encrypted.
struct TransferBucket {
  /// Best first.
  enum Website: String, CaseIterable {
    case none
    /// Sends everybody to an address that begins with https.
    case secureRedirect
    case redirect
    case pages

    var words: Text {
      switch self {
      case .none: .no
      case .secureRedirect: Text(en: "redirects to https", ja: "httpsへ転送")
      case .redirect: Text(en: "redirects", ja: "転送")
      case .pages: Text(en: "serves pages", ja: "ページを公開")
      }
    }
  }

  let name: String
  let enforcement: Fact<TLSEnforcement>
  let website: Fact<Website>
  let distributions: [Distribution]
  /// `nil` when that could not be read.
  let isPublic: Bool?

  /// `nil` for a bucket that vanished meanwhile.
  init?(_ name: String, in inventory: Inventory, isPublic: Bool?) {
    let facts = inventory.evidence
    let policy = facts.policies[name] ?? .notCollected
    let arn = "arn:\(inventory.partition.rawValue):s3:::\(name)"
    guard policy.gap?.cause != .gone else { return nil }
    self.name = name
    self.isPublic = isPublic
    enforcement = policy.flatMap { TLSEnforcement.of(policy: $0, bucket: arn) }
    website = (facts.websites[name] ?? .notCollected).map(Website.init)
    distributions = (facts.distributions.known { $0 } ?? []).filter { $0.fronts(bucket: name) }
  }

  var gaps: [Gap] { enforcement.gaps + website.gaps }

  /// How viewers may reach the distributions in front of it.
  var fronts: Text {
    guard !distributions.isEmpty else { return .no }
    let policies = Set(distributions.flatMap(\.viewerProtocolPolicies)).sorted()
    return Text(verbatim: policies.listed)
  }
}

extension TransferBucket.Website {
  init(_ website: BucketWebsite?) {
    switch website {
    case nil: self = .none
    case .pages?: self = .pages
    case .redirect(_, scheme: "https")?: self = .secureRedirect
    case .redirect?: self = .redirect
    }
  }
}

extension Distribution {
  /// By the host names that S3 gives a bucket: its website's, and those of its API.
  fileprivate func fronts(bucket: String) -> Bool {
    isEnabled
      && origins.contains { origin in
        ["s3-website", "s3.", "s3-"].contains { origin.hasPrefix("\(bucket).\($0)") }
          && origin.contains(".amazonaws.com")
      }
  }
}

extension Text {
  fileprivate static func bareWebsites(_ list: String, _ count: Int) -> Self {
    Text(
      en: "websites that S3 serves over plain HTTP, without CloudFront (\(count)): \(list)",
      ja: "CloudFrontを使わずHTTPで公開されているWebサイトが\(count)件あります: \(list)"
    )
  }

  fileprivate static func openBuckets(_ list: String, _ count: Int) -> Self {
    Text(
      en: "public buckets that accept plain HTTP (\(count)): \(list)",
      ja: "HTTPを受け付ける公開バケットが\(count)件あります: \(list)"
    )
  }

  fileprivate static func openLogs(_ list: String, _ count: Int) -> Self {
    Text(
      en: "buckets that keep logs and accept plain HTTP (\(count)): \(list)",
      ja: "HTTPを受け付けるログ保存用のバケットが\(count)件あります: \(list)"
    )
  }
}
