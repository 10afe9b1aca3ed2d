import AWSOperations
import Domain

/// ASC 02-02: where billing data go, and whether those buckets are public.
struct BillingBucketEvidence {
  private let inventory: Inventory
  private let deliveries: BillingDeliveries
  private let buckets: [BillingBucket]

  init(of inventory: Inventory) {
    self.inventory = inventory
    deliveries = BillingDeliveries(of: inventory)
    buckets = deliveries.buckets.map { BillingBucket($0, in: inventory) }
  }

  var evidence: Evidence {
    var evidence = Evidence(summary: summary)
    evidence.alertsAtOnce = buckets.filter { $0.verdict == .open }.map(\.alert)
    evidence.flags = evidence.alertsAtOnce + buckets.compactMap(\.flag)
    evidence.addLine(
      Text(en: "old detailed billing reports", ja: "旧形式の詳細請求レポート"),
      Text(en: "no API tells their bucket: ask who set them up", ja: "APIでは取得できません。設定者に確認してください")
    )
    evidence.tables = [table]
    evidence.addNotVisible(deliveries.gaps + buckets.compactMap(\.gap))
    evidence.material = material
    return evidence
  }

  static let rules = [
    MaterialRule(
      "deliveries",
      Text(en: "delivery of billing data", ja: "請求データの配信"),
      added: .any,
      removed: .any,
      changed: .any
    ),
    MaterialRule(
      "publicness",
      Text(en: "billing bucket", ja: "請求データのバケット"),
      changed: .worse(BillingBucket.Verdict.order.map(\.rawValue)),
      values: Dictionary(
        BillingBucket.Verdict.allCases.map { ($0.rawValue, $0.words) }
      ) { first, _ in first }
    ),
  ]

  private var material: MaterialFacts {
    var facts = MaterialFacts()
    facts.add("deliveries", deliveries.facts) { $0 }
    let verdicts = buckets.map { ($0.name, $0.verdict.rawValue) }
    facts.groups[.init("publicness")] = .items(Dictionary(verdicts) { first, _ in first })
    return facts
  }

  private var summary: Text {
    let (count, bucketCount) = (deliveries.all.count, buckets.count)
    guard count > 0 else { return deliveries.gaps.isEmpty ? .noDelivery : .noVisibleDelivery }
    let open = buckets.count { $0.verdict == .open }
    let closed = buckets.count { $0.verdict == .closed }
    return Text(
      en: "exports: \(count); buckets not public: \(closed), public: \(open), not certain: "
        + "\(bucketCount - closed - open)",
      ja: "配信\(count)件。バケットは非公開\(closed)件、公開\(open)件、"
        + "不明\(bucketCount - closed - open)件"
    )
  }

  private var table: Evidence.Table {
    let byName = Dictionary(buckets.map { ($0.name, $0) }) { first, _ in first }
    return Evidence.Table(
      Text(en: "Exports of billing data", ja: "請求データの配信"),
      columns: [
        Text(en: "export", ja: "名前"), Text(en: "kind", ja: "種類"),
        Text(en: "bucket", ja: "バケット"), Text(en: "prefix", ja: "プレフィックス"),
        Text(en: "owner", ja: "所有者"), Text(en: "region", ja: "リージョン"),
        Text(en: "public", ja: "公開"), Text(en: "last delivery", ja: "最後の配信"),
      ],
      rows: deliveries.all.map { delivery in
        let bucket = delivery.bucket.flatMap { byName[$0] }
        return Evidence.Table.Row(
          [
            Text(verbatim: delivery.name), delivery.kind.words,
            Text(verbatim: delivery.bucket ?? "?"), Text(verbatim: delivery.prefix ?? "?"),
            bucket?.owner(as: delivery) ?? .notKnown,
            Text(verbatim: delivery.region?.name ?? "?"),
            bucket?.verdict.words ?? .notKnown, Text(verbatim: delivery.lastDelivery ?? "-"),
          ],
          isFlagged: bucket.map { $0.verdict != .closed || $0.isForeign } ?? true
        )
      }
    )
  }
}

/// A bucket that billing data go to.
struct BillingBucket {
  enum Verdict: String, CaseIterable {
    case closed
    case open
    case missing
    case unknown = "?"

    /// Best first; the unknown is compared by itself.
    static let order: [Self] = [.closed, .missing, .open]

    var words: Text {
      switch self {
      case .closed: Text(en: "not public", ja: "非公開")
      case .open: Text(en: "PUBLIC", ja: "公開")
      case .missing: Text(en: "does not exist", ja: "存在しない")
      case .unknown: .notKnown
      }
    }
  }

  let name: String
  let isForeign: Bool
  let verdict: Verdict
  let reason: Text?
  let gap: Gap?

  init(_ name: String, in inventory: Inventory) {
    self.name = name
    let foreign = inventory.evidence.foreignBuckets[name]
    isForeign = foreign != nil
    let finding: Fact<Finding?>
    switch foreign {
    case .missing?: finding = .known(nil)
    case .observed(let bucket)?: finding = .known(inventory.foreignPublicness(of: bucket))
    case nil: finding = inventory.ownPublicness(of: name)
    }
    switch finding {
    case .known(nil): (verdict, reason, gap) = (.missing, nil, nil)
    case .known(let finding?):
      verdict = Verdict(finding.status)
      reason = Text(
        en: finding.reason.text(in: .english, values: finding.values),
        ja: finding.reason.text(in: .japanese, values: finding.values)
      )
      gap = finding.status == .unknown ? finding.unreadableGap : nil
    case .unreadable(let found): (verdict, reason, gap) = (.unknown, nil, found)
    }
  }

  var alert: Text {
    let why = reason.map { ($0.en, $0.ja) } ?? ("", "")
    return Text(
      en: "billing bucket \(name) is public: \(why.0)",
      ja: "請求データのバケット \(name) が公開されています: \(why.1)"
    )
  }

  /// Beside the alert of a public one.
  var flag: Text? {
    switch verdict {
    case .missing:
      Text(
        en:
          "billing bucket \(name) does not exist: anybody can claim the name and receive the data",
        ja: "請求データのバケット \(name) は存在しません。第三者が名前を取得してデータを受け取れます"
      )
    case .unknown:
      Text(
        en: "whether billing bucket \(name) is public could not be read",
        ja: "請求データのバケット \(name) が公開されているかは確認できません"
      )
    case .closed where isForeign, .open where isForeign:
      Text(
        en: "billing bucket \(name) belongs to another account",
        ja: "請求データのバケット \(name) は別アカウントのものです"
      )
    case .closed, .open: nil
    }
  }

  fileprivate func owner(as delivery: BillingDelivery) -> Text {
    if let owner = delivery.owner { return Text(verbatim: owner.digits) }
    if verdict == .missing { return .nothing }
    return isForeign
      ? Text(en: "another account", ja: "別アカウント") : Text(en: "this account", ja: "このアカウント")
  }
}

extension BillingBucket.Verdict {
  fileprivate init(_ status: Finding.Status) {
    switch status {
    case .pass, .notApplicable: self = .closed
    case .alert: self = .open
    case .unknown: self = .unknown
    }
  }
}

extension Inventory {
  /// The account's own settings must not excuse a bucket of somebody else.
  fileprivate func foreignPublicness(of bucket: Bucket) -> Finding? {
    BucketPublicness(
      bucket: bucket,
      account: .unreadable(Gap(.crossAccount, "s3:GetAccountPublicAccessBlock")),
      accessPoints: .known([])
    ).finding(on: .bucket(bucket.name, in: bucket.region, of: self))
  }

  /// `nil` inside when there is no such bucket.
  fileprivate func ownPublicness(of name: String) -> Fact<Finding?> {
    buckets.flatMap { all in
      guard let bucket = all.first(where: { $0.name == name }) else {
        return .unreadable(Gap(.notCollected, "s3:GetBucketPolicyStatus"))
      }
      return .known(publicness(of: bucket))
    }
  }
}

extension Finding {
  /// The gap that made the finding unknown, as far as its values tell.
  fileprivate var unreadableGap: Gap {
    Gap(
      values["cause"].flatMap(Gap.Cause.init) ?? .refused,
      Permission(values["action"] ?? "s3:GetBucketPolicyStatus"),
      region: resource.region,
      code: values["code"]
    )
  }
}

extension Text {
  fileprivate static let noDelivery = Text(
    en: "no export is defined in this account: look at the payer account, or at the reseller's "
      + "portal",
    ja: "このアカウントに請求データの配信はありません。管理アカウントか、"
      + "リセラーのポータルを確認してください"
  )

  fileprivate static let noVisibleDelivery = Text(
    en: "no export is visible from here, as is usual in member accounts: look at the payer account",
    ja: "請求データの配信を確認できません。メンバーアカウントでは通常のことです。"
      + "管理アカウントを確認してください"
  )
}
