import AWSOperations
import Domain

extension Check {
  static let trailBuckets = Check(
    id: "ASC 02-01",
    section: .general,
    title: Text(
      en: "The S3 bucket of the CloudTrail logs is not public",
      ja: "CloudTrailログのS3バケットが公開設定となっていないこと"
    ),
    shortTitle: Text(
      en: "CloudTrail bucket is not public",
      ja: "CloudTrailログのS3バケットが非公開"
    ),
    criterion: Text(
      en: "the bucket that keeps CloudTrail logs is public",
      ja: "CloudTrailログを保存するS3バケットが公開設定となっている場合"
    ),
    why: Text(
      en: "Anyone can read what is public, here the record of who did what in the account, from "
        + "where and when. It shows an attacker the way in.",
      ja: "公開されたバケットは誰でも読み取れます。操作の記録からは、"
        + "誰が、いつ、どこから、何をしたかがわかり、攻撃の手がかりになります。"
    ),
    remedy: Text(
      en: "Remove the public setting at once. Keep the policy statements that let CloudTrail "
        + "deliver its logs.",
      ja: "ただちに公開設定を解除してください。"
        + "CloudTrailに配信を許可するポリシーのステートメントは残します。"
    ),
    severity: .critical,
    reasons: Reason.ofPublicness + [
      .crossAccountBucket, .trailBucketMissing, .danglingTrailBucket, .noTrailBucket,
    ],
    method: .automatic(needs: [.trails, .buckets, .trailBuckets], judge: judge)
  )

  private static func judge(_ inventory: Inventory) throws(Gap) -> [Finding] {
    if let gap = inventory.trails.gap { throw gap }
    let trails = inventory.distinctTrails
    let buckets = Dictionary(grouping: trails.filter { !$0.bucket.isEmpty }, by: \.bucket)
    let findings = buckets.sorted { $0.key < $1.key }
      .compactMap { finding(of: $0.key, $0.value, inventory) }
    let hidden = inventory.regionsThatMayHideTrails(trails)
    if buckets.isEmpty, hidden.isEmpty {
      return [.pass(.account(of: inventory), .noTrailBucket)]
    }
    return findings + hidden
  }

  private static func finding(
    of name: String,
    _ trails: [Trail],
    _ inventory: Inventory
  ) -> Finding? {
    let context: Values = ["bucket": name, "trails": trails.map(\.text).listed]
    switch inventory.foreignBuckets[name] {
    case .missing:
      let unit = Resource.bucket(name, in: nil, of: inventory)
      return .pass(unit, .trailBucketMissing, context, warnings: [.danglingTrailBucket])
    case .observed(let bucket):
      return foreign(bucket, trails, context, inventory)
    case nil:
      return ours(name, context, inventory)
    }
  }

  private static func ours(_ name: String, _ context: Values, _ inventory: Inventory) -> Finding? {
    let unit = Resource.bucket(name, in: nil, of: inventory)
    do throws(Gap) {
      guard let bucket = try inventory.buckets.get().first(where: { $0.name == name }) else {
        return .unknown(unit, Gap(.notCollected, "s3:GetBucketPolicyStatus"), context)
      }
      return inventory.publicness(of: bucket, context)
    } catch {
      return .unknown(unit, error, context)
    }
  }

  /// Block Public Access of the owner's account cannot be seen from here, nor can its access
  /// points; the own account's must not excuse a bucket of somebody else.
  private static func foreign(
    _ bucket: Bucket,
    _ trails: [Trail],
    _ context: Values,
    _ inventory: Inventory
  ) -> Finding? {
    let unit = Resource.bucket(bucket.name, in: bucket.region, of: inventory)
    let publicness = BucketPublicness(
      bucket: bucket,
      account: .unreadable(Gap(.crossAccount, "s3:GetAccountPublicAccessBlock")),
      accessPoints: .known([])
    )
    var context = context
    context["likelyOwner"] = bucket.likelyOwner(trails, besides: inventory.account) ?? "?"
    guard var finding = publicness.finding(on: unit, context) else { return nil }
    let refusals: Set = [Gap.Cause.accessDenied.rawValue, Gap.Cause.crossAccount.rawValue]
    if finding.status == .unknown, refusals.contains(finding.values["cause"] ?? "") {
      finding.values["cause"] = Gap.Cause.crossAccount.rawValue
      finding.reason = .crossAccountBucket
    }
    return finding
  }
}

extension Trail {
  fileprivate var text: String {
    let marks = [
      isMultiRegion ? "multi-region" : nil, isOrganization ? "organization" : nil,
      prefix.map { "prefix \($0)" },
    ].compactMap(\.self)
    return marks.isEmpty ? arn : "\(arn) (\(marks.listed))"
  }
}

extension Bucket {
  /// Control Tower writes the log archive account into the bucket's name; an organization's trail
  /// carries the management account in its ARN.
  fileprivate func likelyOwner(_ trails: [Trail], besides own: AccountID) -> String? {
    let prefix = "aws-controltower-logs-"
    let archive = name.hasPrefix(prefix) ? name.dropFirst(prefix.count).prefix(12) : ""
    if archive.utf8.count == 12, archive.utf8.allSatisfy({ (48...57).contains($0) }) {
      return String(archive)
    }
    let owners = trails.filter(\.isOrganization)
      .map { $0.arn.split(separator: ":", omittingEmptySubsequences: false) }
      .compactMap { $0.count > 4 ? String($0[4]) : nil }
    return owners.first { $0 != own.digits }
  }
}

extension Inventory {
  /// A multi-region trail shows in every region, so once one is seen, a region that refuses to list
  /// its trails is not held against the account.
  fileprivate func regionsThatMayHideTrails(_ trails: [Trail]) -> [Finding] {
    if trails.contains(where: \.isMultiRegion) { return [] }
    return self.trails.entries.compactMap { region, fact in
      fact.gap.map { .unknown(.region(region, service: "cloudtrail", of: self), $0) }
    }
  }
}

extension Reason {
  static let crossAccountBucket = Reason(
    "crossAccountBucket",
    en: "belongs to another account that refuses to be read; scan its owner ({likelyOwner})",
    ja: "別アカウントのバケットのため確認できません。所有者 ({likelyOwner}) でスキャンしてください"
  )
  static let trailBucketMissing = Reason(
    "trailBucketMissing",
    en: "does not exist, so nothing in it is public",
    ja: "存在しないバケットのため、公開されているものはありません"
  )
  static let danglingTrailBucket = Reason(
    "danglingTrailBucket",
    en:
      "a trail delivers to a bucket that does not exist: its logs are lost, and anybody can claim "
      + "the name {bucket}",
    ja: "証跡の配信先バケットが存在しません。ログは保存されず、"
      + "{bucket} という名前を第三者が取得できます"
  )
  static let noTrailBucket = Reason(
    "noTrailBucket",
    en: "no trail, so no bucket of one; see ASC 03",
    ja: "証跡がないため、対象のバケットもありません (ASC 03を参照)"
  )
}
