import Domain

/// Asks whether a bucket keeps every version of its objects.
package struct GetBucketVersioning: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetBucketVersioning"
  package static let permission: Permission = "s3:GetBucketVersioning"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("versioning")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> BucketVersioning {
    // Emulators name the root after the call.
    let root = try root(["VersioningConfiguration", "GetBucketVersioningResponse"], of: answer)
    let word = root.string("Status")
    guard let status = word.map(BucketVersioning.Status.init(rawValue:)) ?? .never else {
      throw Undecodable("Status is not a versioning status: \(word ?? "")")
    }
    return BucketVersioning(status: status, hasMFADelete: root.string("MfaDelete") == "Enabled")
  }
}

/// Whether a bucket keeps old versions, and what deleting one takes.
package struct BucketVersioning: Hashable, Sendable {
  package enum Status: String, Sendable {
    case enabled = "Enabled"
    case suspended = "Suspended"
    /// S3 says nothing of a bucket that never had it.
    case never = "Never"
  }

  package var status: Status
  package var hasMFADelete: Bool

  package init(status: Status, hasMFADelete: Bool = false) {
    self.status = status
    self.hasMFADelete = hasMFADelete
  }
}
