import Domain

/// Fetches the JSON text of a bucket's policy; `nil` when it has none.
///
/// S3 sends the document itself, without an envelope.
package struct GetBucketPolicy: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetBucketPolicy"
  package static let permission: Permission = "s3:GetBucketPolicy"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("policy")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> String? {
    _ = try JSONAnswer.decode(JSONObject.self, from: answer)
    return String(decoding: answer.body, as: UTF8.self)
  }

  package static func output(forErrorCode code: String) -> String?? {
    code == "NoSuchBucketPolicy" ? .some(nil) : nil
  }
}
