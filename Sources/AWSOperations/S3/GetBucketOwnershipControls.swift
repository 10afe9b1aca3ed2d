import Domain

/// Reads whether a bucket's ACLs count: `BucketOwnerEnforced` disables them.
///
/// `nil` on old buckets where nothing is configured: their ACLs count.
package struct GetBucketOwnershipControls: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetBucketOwnershipControls"
  package static let permission: Permission = "s3:GetBucketOwnershipControls"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("ownershipControls")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> String? {
    try root("OwnershipControls", of: answer).required("Rule").requiredString("ObjectOwnership")
  }

  package static func output(forErrorCode code: String) -> String?? {
    code == "OwnershipControlsNotFoundError" ? .some(nil) : nil
  }
}
