import Domain

/// Asks in which region a bucket is, where `HeadBucket` did not tell.
///
/// AWS answers with the names of its first days: nothing for us-east-1, `EU` for eu-west-1.
package struct GetBucketLocation: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetBucketLocation"
  package static let permission: Permission = "s3:GetBucketLocation"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("location")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Region {
    switch try root("LocationConstraint", of: answer).text {
    case "": "us-east-1"
    case "EU": "eu-west-1"
    case let name: Region(name)
    }
  }
}
