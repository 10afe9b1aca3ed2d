import Domain

/// Asks whether a bucket has Object Lock.
///
/// Server access logs cannot be delivered to such a bucket.
package struct GetObjectLockConfiguration: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetObjectLockConfiguration"
  package static let permission: Permission = "s3:GetBucketObjectLockConfiguration"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("object-lock")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Bool {
    try root("ObjectLockConfiguration", of: answer).requiredString("ObjectLockEnabled") == "Enabled"
  }

  package static func output(forErrorCode code: String) -> Bool? {
    code == "ObjectLockConfigurationNotFoundError" ? false : nil
  }
}
