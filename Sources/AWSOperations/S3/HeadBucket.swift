import Domain

/// Asks in which region a bucket is; `nil` when the answer does not say.
///
/// S3 names the region even where it refuses or redirects.
package struct HeadBucket: BucketOperation {
  package static let service = Service.s3
  package static let name = "HeadBucket"
  package static let permission: Permission = "s3:ListBucket"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    WireRequest(method: "HEAD", path: bucketPath)
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Region? {
    region(in: answer)
  }

  package static func output(fromRefusal answer: WireAnswer) -> Region?? {
    // Of a bucket that does not exist there is nothing to say.
    answer.status == 404 ? nil : region(in: answer).map(Optional.some)
  }

  private static func region(in answer: WireAnswer) -> Region? {
    answer.headers["x-amz-bucket-region"].map { Region($0) }
  }
}
