import Domain

/// Reads where a bucket sends its server access logs.
package struct GetBucketLogging: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetBucketLogging"
  package static let permission: Permission = "s3:GetBucketLogging"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("logging")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> BucketLogging {
    let root = try root("BucketLoggingStatus", of: answer)
    guard let logging = root.child("LoggingEnabled") else {
      return BucketLogging(targetBucket: nil)
    }
    var output = BucketLogging(
      targetBucket: try logging.requiredString("TargetBucket"),
      targetPrefix: logging.string("TargetPrefix")
    )
    output.keyFormat = logging.child("TargetObjectKeyFormat")?.children.first { _ in true }?.name
    return output
  }
}

/// Where a bucket's server access logs go; `nil` target when logging is off.
package struct BucketLogging: Hashable, Sendable {
  package var targetBucket: String?
  package var targetPrefix: String?
  /// `PartitionedPrefix` or `SimplePrefix`.
  package var keyFormat: String?

  package init(targetBucket: String?, targetPrefix: String? = nil) {
    self.targetBucket = targetBucket
    self.targetPrefix = targetPrefix
  }
}
