import Domain

/// Asks whether a bucket's policy lets everybody in, by AWS's own reckoning.
///
/// False when there is no policy.
package struct GetBucketPolicyStatus: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetBucketPolicyStatus"
  package static let permission: Permission = "s3:GetBucketPolicyStatus"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("policyStatus")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Bool {
    try root("PolicyStatus", of: answer).requiredBool("IsPublic")
  }

  package static func output(forErrorCode code: String) -> Bool? {
    code == "NoSuchBucketPolicy" ? false : nil
  }
}
