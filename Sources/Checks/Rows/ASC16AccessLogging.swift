import AWSOperations
import Domain

extension Check {
  static let accessLogging = Check(
    id: "ASC 16",
    section: .storage,
    title: Text(en: "S3 access logging is on", ja: "S3のアクセスログを有効化すること"),
    shortTitle: Text(en: "S3 access logging enabled", ja: "S3アクセスログの有効化"),
    criterion: Text(
      en: "a bucket without access logging exists",
      ja: "アクセスログが有効でないバケットが存在する場合"
    ),
    why: Text(
      en: "Access logs trace every request to a bucket: who asked for which object, when and from "
        + "where.",
      ja: "アクセスログには、誰が、いつ、どこから、どのオブジェクトを要求したかが記録され、"
        + "バケットへのリクエストを追跡できます。"
    ),
    remedy: Text(
      en:
        "Log into a separate bucket of the same region whose policy lets logging.s3.amazonaws.com "
        + "write, and let a lifecycle rule there expire old logs.",
      ja: "同じリージョンに配信先のバケットを用意し、ポリシーでlogging.s3.amazonaws.comの"
        + "書き込みを許可して、アクセスログを有効にしてください。"
        + "古いログはライフサイクルルールで削除します。"
    ),
    severity: .medium,
    reasons: [
      .noAccessLogging, .accessLogged, .logTarget, .selfLogging, .targetMissing,
      .noDeliveryPermission, .targetUnsupported, .loggingCycle,
    ],
    method: .automatic(needs: [.buckets, .bucketLogging, .logTargets], judge: judge)
  )

  private static func judge(_ inventory: Inventory) throws(Gap) -> [Finding] {
    let buckets = try inventory.buckets.get()
    let targets = AccessLogTargets(of: buckets, in: inventory.partition)
    return buckets.compactMap { bucket in
      let unit = Resource.bucket(bucket.name, in: bucket.region, of: inventory)
      return .judging(unit) { () throws(Gap) in
        let logging = try bucket.logging.get()
        return logging.targetBucket == nil
          ? try unlogged(bucket, unit, targets) : logged(bucket, logging, unit, targets)
      }
    }
  }

  private static func logged(
    _ bucket: Bucket,
    _ logging: BucketLogging,
    _ unit: Resource,
    _ targets: AccessLogTargets
  ) -> Finding {
    var values: Values = ["target": logging.targetBucket ?? ""]
    values["prefix"] = logging.targetPrefix.flatMap { $0.isEmpty ? nil : $0 }
    values["keyFormat"] = logging.keyFormat
    values["cycle"] = targets.cycle(from: bucket.name)?.joined(separator: " > ")
    let warnings = targets.warnings(from: bucket, to: logging)
    return .pass(unit, .accessLogged, values, warnings: warnings)
  }

  /// A bucket that receives logs must not log itself, so it is none of this row's business.
  ///
  /// Logs of a bucket that hides its logging may go here too; that excuses nothing, but is said.
  private static func unlogged(
    _ bucket: Bucket,
    _ unit: Resource,
    _ targets: AccessLogTargets
  ) throws(Gap) -> Finding {
    let sources = targets.sources(of: bucket.name)
    if !sources.isEmpty {
      return .notApplicable(unit, .logTarget, ["logSources": sources.listed])
    }
    if try targets.isPrepared(bucket).get() { return .notApplicable(unit, .logTarget) }
    let hidden = targets.unreadable
    return .alert(unit, .noAccessLogging, hidden.isEmpty ? [:] : ["hiddenSources": hidden.listed])
  }
}

extension Reason {
  static let noAccessLogging = Reason(
    "noAccessLogging",
    en: "access logging is off",
    ja: "アクセスログが無効です"
  )
  static let accessLogged = Reason(
    "accessLogged",
    en: "access logs go to {target}",
    ja: "アクセスログは {target} に配信されます"
  )
  static let logTarget = Reason(
    "logTarget",
    en: "receives access logs itself, and logging it would feed a loop",
    ja: "アクセスログの配信先のバケットです (有効にするとログが循環します)"
  )
  static let selfLogging = Reason(
    "selfLogging",
    en: "logs into itself, so that every log makes another",
    ja: "自身をログの配信先としているため、ログが増え続けます"
  )
  static let targetMissing = Reason(
    "targetMissing",
    en: "{target} is no bucket of this account in this region, so logs may go nowhere or to others",
    ja: "{target} はこのアカウントの同じリージョンのバケットではなく、ログが届かない恐れがあります"
  )
  static let noDeliveryPermission = Reason(
    "noDeliveryPermission",
    en: "neither policy nor access control list of {target} lets S3 deliver logs",
    ja: "{target} のポリシーにもACLにも、S3のログ配信を許可する設定がありません"
  )
  static let targetUnsupported = Reason(
    "targetUnsupported",
    en: "{target} uses KMS or Object Lock, and S3 does not deliver access logs into such a bucket",
    ja: "{target} はKMSまたはオブジェクトロックを使用しているため、ログが配信されません"
  )
  static let loggingCycle = Reason(
    "loggingCycle",
    en: "buckets log in a circle: {cycle}",
    ja: "ログの配信が循環しています: {cycle}"
  )
}
