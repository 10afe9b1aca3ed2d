import Domain

/// Reads Block Public Access of a bucket alone.
///
/// The account's settings are for `GetAccountPublicAccessBlock`; the stricter of the two applies.
package struct GetBucketPublicAccessBlock: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetPublicAccessBlock"
  package static let permission: Permission = "s3:GetBucketPublicAccessBlock"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("publicAccessBlock")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> PublicAccessBlock {
    try PublicAccessBlock(try root("PublicAccessBlockConfiguration", of: answer))
  }

  package static func output(forErrorCode code: String) -> PublicAccessBlock? {
    code == "NoSuchPublicAccessBlockConfiguration" ? PublicAccessBlock.none : nil
  }
}
