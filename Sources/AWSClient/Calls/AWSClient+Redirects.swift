import AWSOperations
import Domain

extension AWSClient {
  /// Asks once more, where S3 says the bucket is.
  ///
  /// The call is signed anew for the other region; following the redirect with the old signature
  /// would be refused in words that look like a missing permission.
  func follow<Operation: AWSOperation>(
    _ redirect: Redirect,
    _ operation: Operation
  ) async throws(Gap) -> Operation.Output {
    guard let home = try await home(redirect), home != redirect.call.region else {
      throw redirect.gap
    }
    bucketRegions[redirect.bucket] = home
    switch try await ask(operation, in: home) {
    case .output(let output): return output
    case .elsewhere(let second): throw second.gap
    }
  }

  /// What the redirect says, else what S3 says to a HEAD.
  private func home(_ redirect: Redirect) async throws(Gap) -> Region? {
    if let region = redirect.refusal.bucketRegion { return region }
    let head = HeadBucket(bucket: redirect.bucket)
    do throws(Gap) {
      switch try await ask(head, in: redirect.call.region) {
      case .output(let region): return region.flatMap { Region(parsing: $0.name) }
      case .elsewhere(let second): return second.refusal.bucketRegion
      }
    } catch {
      // What failed is the call that was redirected, not the question where to.
      throw error.cause == .cancelled ? error : redirect.gap
    }
  }
}

extension Refusal {
  /// Says that the bucket is in another region.
  var isRedirect: Bool {
    [301, 307].contains(status)
      || ["AuthorizationHeaderMalformed", "IllegalLocationConstraintException"].contains(code)
  }
}
