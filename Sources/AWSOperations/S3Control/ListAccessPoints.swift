import Domain

/// An access point of a bucket, with what decides whether it is public.
package struct AccessPoint: Hashable, Sendable {
  package var name: String
  package var arn: String?
  package var bucket: String
  /// `Internet` or `VPC`.
  package var networkOrigin: String
  package var bucketAccountID: String?

  package init(name: String, bucket: String, networkOrigin: String) {
    self.name = name
    self.bucket = bucket
    self.networkOrigin = networkOrigin
  }
}
