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
