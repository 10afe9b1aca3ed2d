import AWSOperations
import Domain

extension Check {
  static let bucketEncryption = Check(
    id: "ASC 13",
    section: .storage,
    title: Text(
      en: "Server-side encryption (SSE-S3) protects buckets",
      ja: "サーバ側の暗号化(SSE-S3)を利用してバケットを保護すること"
    ),
    shortTitle: Text(
      en: "S3 server-side encryption (SSE-S3)",
      ja: "S3のサーバ側の暗号化(SSE-S3)"
    ),
    criterion: Text(
      en: "a bucket without server-side encryption exists",
      ja: "サーバ側の暗号化が有効でないバケットが存在する場合"
    ),
    why: Text(
      en: "SSE-S3 encrypts every object with 256-bit AES as it is stored, which protects data at "
        + "rest.",
      ja: "SSE-S3は、保存するすべてのオブジェクトを256ビットのAESで暗号化し、"
        + "保管中のデータを保護します。"
    ),
    remedy: Text(
      en: "Set SSE-S3 (AES256) as the bucket's default encryption. Objects stored before that keep "
        + "their state; copy them in place to encrypt them.",
      ja: "バケットのデフォルトの暗号化にSSE-S3 (AES256) を設定してください。"
        + "設定前のオブジェクトは変わらないため、同じ場所へコピーして暗号化します。"
    ),
    severity: .medium,
    reasons: [.noDefaultEncryption, .bucketEncrypted, .otherEncryption, .kmsOnLogTarget],
    method: .automatic(needs: [.buckets, .bucketEncryption, .bucketLogging], judge: judge)
  )

  private static func judge(_ inventory: Inventory) throws(Gap) -> [Finding] {
    let buckets = try inventory.buckets.get()
    let targets = AccessLogTargets(of: buckets, in: inventory.partition)
    return buckets.compactMap { bucket in
      let unit = Resource.bucket(bucket.name, in: bucket.region, of: inventory)
      return .judging(unit, bucket.creation) { () throws(Gap) in
        finding(of: bucket, try bucket.encryption.get(), unit, targets)
      }
    }
  }

  /// KMS is stronger than what is asked for.
  private static func finding(
    of bucket: Bucket,
    _ encryption: BucketEncryption,
    _ unit: Resource,
    _ targets: AccessLogTargets
  ) -> Finding {
    var values = bucket.creation
    let rule = encryption.rules.first { $0.algorithm.map(accepted.contains) ?? false }
    guard let rule = rule ?? encryption.rules.first(where: { $0.algorithm?.isEmpty == false })
    else { return .alert(unit, .noDefaultEncryption, values) }
    let algorithm = rule.algorithm ?? ""
    values["algorithm"] = algorithm
    values["kmsKey"] = rule.kmsKeyID
    values["bucketKey"] = rule.isBucketKeyEnabled.map { "\($0)" }
    values["blockedEncryption"] =
      rule.blockedEncryptionTypes.isEmpty ? nil : rule.blockedEncryptionTypes.listed
    let sources = targets.sources(of: bucket.name)
    let isBrokenTarget = encryption.usesKMS && !sources.isEmpty
    if isBrokenTarget { values["logSources"] = sources.listed }
    let reason = accepted.contains(algorithm) ? Reason.bucketEncrypted : .otherEncryption
    return .pass(unit, reason, values, warnings: isBrokenTarget ? [.kmsOnLogTarget] : [])
  }

  private static let accepted: Set = ["AES256", "aws:kms", "aws:kms:dsse", "aws:fsx"]
}

extension Bucket {
  /// Objects from before 2023 may lie unencrypted in a bucket that encrypts today.
  fileprivate var creation: Values {
    var values: Values = [:]
    values["createdAt"] = createdAt?.timestamp
    return values
  }
}

extension Reason {
  static let noDefaultEncryption = Reason(
    "noDefaultEncryption",
    en: "no default encryption is set",
    ja: "デフォルトの暗号化が設定されていません"
  )
  static let bucketEncrypted = Reason(
    "bucketEncrypted",
    en: "encrypts new objects with {algorithm}",
    ja: "新しいオブジェクトは {algorithm} で暗号化されます"
  )
  static let otherEncryption = Reason(
    "otherEncryption",
    en: "encrypts new objects with {algorithm}, which this program does not know",
    ja: "新しいオブジェクトは {algorithm} (未知の方式) で暗号化されます"
  )
  static let kmsOnLogTarget = Reason(
    "kmsOnLogTarget",
    en: "access logs of {logSources} go here, and S3 does not deliver them into a bucket whose "
      + "default is KMS",
    ja: "{logSources} のアクセスログの配信先ですが、"
      + "デフォルトの暗号化がKMSのバケットには配信されません"
  )
}
