import Domain

/// Where buckets are, as far as redirects told.
final class BucketRegions: Sendable {
  private let known = Locked<[String: Region]>([:])

  subscript(bucket: String) -> Region? {
    get { known.withLock { $0[bucket] } }
    set { known.withLock { $0[bucket] = newValue } }
  }
}
