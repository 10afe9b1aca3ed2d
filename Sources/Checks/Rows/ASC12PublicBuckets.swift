import AWSOperations
import Domain

extension Check {
  static let publicBuckets = Check(
    id: "ASC 12",
    section: .storage,
    title: Text(
      en: "No S3 bucket is publicly accessible",
      ja: "パブリックアクセス可能なS3バケットを作成しないこと"
    ),
    shortTitle: Text(en: "No public S3 buckets", ja: "公開S3バケットがないこと"),
    criterion: Text(
      en: "an S3 bucket is public",
      ja: "S3バケットが公開設定となっている場合"
    ),
    why: Text(
      en: "Anyone on the internet can list or read, and perhaps change, what lies in a public "
        + "bucket. Such buckets are found by scanners within hours.",
      ja: "公開されたバケットの中身は、インターネット上の誰でも一覧、取得、"
        + "場合によっては変更ができます。公開バケットは短時間で探し出されます。"
    ),
    remedy: Text(
      en: "If the bucket is not meant to be public, close it at once, best by Block Public Access "
        + "of the whole account. Serve websites through CloudFront with origin access control.",
      ja: "意図した公開でなければ、ただちに公開設定を解除してください。"
        + "アカウント全体のブロックパブリックアクセスが確実です。"
        + "WebサイトはCloudFrontとオリジンアクセスコントロールで配信します。"
    ),
    severity: .critical,
    reasons: Reason.ofPublicness,
    method: .automatic(needs: [.buckets, .bucketPublicness], judge: judge)
  )

  /// Once the account neutralizes everything, not even the list of buckets matters.
  private static func judge(_ inventory: Inventory) throws(Gap) -> [Finding] {
    guard BucketPublicness.isNeutralized(by: inventory.accountPublicAccessBlock) else {
      return try inventory.buckets.get().compactMap { inventory.publicness(of: $0) }
    }
    if case .unreadable = inventory.buckets {
      return [inventory.blockedByAccount(.account(of: inventory))]
    }
    return try inventory.buckets.get().map { bucket in
      inventory.blockedByAccount(.bucket(bucket.name, in: bucket.region, of: inventory))
    }
  }
}

extension Inventory {
  /// What is to be said of a bucket of ours; `nil` when it vanished meanwhile.
  func publicness(of bucket: Bucket, _ context: Values = [:]) -> Finding? {
    let unit = Resource.bucket(bucket.name, in: bucket.region, of: self)
    if BucketPublicness.isNeutralized(by: accountPublicAccessBlock) {
      return blockedByAccount(unit, context)
    }
    let publicness = BucketPublicness(
      bucket: bucket,
      account: accountPublicAccessBlock,
      accessPoints: accessPoints(in: bucket.region)
    )
    return publicness.finding(on: unit, context)
  }

  fileprivate func blockedByAccount(_ unit: Resource, _ context: Values = [:]) -> Finding {
    var values = context
    values["accountPublicAccessBlock"] = accountPublicAccessBlock.known(\.text)
    values["consoleLabel"] = "Bucket and objects not public"
    return .pass(unit, .accountBlocksPublicAccess, values)
  }

  /// A bucket whose region is unknown may have its access points anywhere.
  private func accessPoints(in region: Region?) -> Fact<[ObservedAccessPoint]> {
    if let gap = accessPoints.gap { return .unreadable(gap) }
    if let region { return accessPoints[region] ?? .notCollected }
    var found: [ObservedAccessPoint] = []
    for (_, fact) in accessPoints.entries {
      guard case .known(let some) = fact else { return fact }
      found += some
    }
    return .known(found)
  }
}
