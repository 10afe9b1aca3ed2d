import Checks
import Domain
import AWSOperations

/// What buckets ask of traffic, and what they keep.
struct EvidenceBucketCollector: Sendable {
  let buckets: BucketCollector

  func transfer(_ progress: ProgressReport) async -> Contribution {
    let reader = buckets.bucketReader
    async let distributions = reader.reader.readAll(
      ListDistributions(),
      in: reader.reader.homeRegion
    )
    let facts = await each(progress) { bucket in
      async let policy = reader.policy(of: bucket)
      async let website = reader.website(of: bucket)
      return (bucket.name, await policy, await website)
    }
    let fronts = await distributions
    return { inventory in
      inventory.evidence.policies.take(facts.lazy.map { ($0.0, $0.1) })
      inventory.evidence.websites.take(facts.lazy.map { ($0.0, $0.2) })
      inventory.evidence.distributions = fronts
    }
  }

  func versioning(_ progress: ProgressReport) async -> Contribution {
    let reader = buckets.bucketReader
    let facts = await each(progress) { bucket in
      async let versioning = reader.versioning(of: bucket)
      async let lifecycle = reader.lifecycle(of: bucket)
      async let lock = reader.objectLock(of: bucket)
      return (bucket.name, await versioning, await lifecycle, await lock)
    }
    return { inventory in
      inventory.evidence.versionings.take(facts.lazy.map { ($0.0, $0.1) })
      inventory.evidence.lifecycles.take(facts.lazy.map { ($0.0, $0.2) })
      inventory.evidence.objectLocks.take(facts.lazy.map { ($0.0, $0.3) })
    }
  }

  /// Nothing when the list could not be read, which the list itself says.
  private func each<Facts: Sendable>(
    _ progress: ProgressReport,
    read: @escaping @Sendable (Bucket) async -> Facts
  ) async -> [Facts] {
    let known = await buckets.buckets().value ?? []
    let counter = progress.counter(.buckets, total: known.count)
    return await buckets.reader.eachBucket(known) { bucket in
      defer { counter.advance() }
      return await read(bucket)
    }
  }
}

extension Dictionary where Key == String, Value: Sendable {
  /// Puts facts by bucket in place of those there were.
  fileprivate mutating func take(_ facts: some Collection<(String, Value)>) {
    self = Dictionary(minimumCapacity: facts.count)
    for (bucket, fact) in facts { self[bucket] = fact }
  }
}
