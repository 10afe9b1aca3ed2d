import Domain

/// Asks whether a bucket serves a website, which its website endpoint does over plain HTTP only.
///
/// `nil` when it serves none.
package struct GetBucketWebsite: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetBucketWebsite"
  package static let permission: Permission = "s3:GetBucketWebsite"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("website")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> BucketWebsite? {
    let root = try root("WebsiteConfiguration", of: answer)
    if let redirect = root.child("RedirectAllRequestsTo") {
      return .redirect(
        host: try redirect.requiredString("HostName"),
        scheme: redirect.string("Protocol")
      )
    }
    return .pages(index: try root.required("IndexDocument").requiredString("Suffix"))
  }

  package static func output(forErrorCode code: String) -> BucketWebsite?? {
    code == "NoSuchWebsiteConfiguration" ? .some(nil) : nil
  }
}

/// What a bucket's website endpoint does.
package enum BucketWebsite: Hashable, Sendable {
  case pages(index: String)
  /// Sends every request elsewhere; without a scheme by the one of the request.
  case redirect(host: String, scheme: String?)
}
