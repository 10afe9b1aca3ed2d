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
    let (names, facts) = await each(progress) { bucket in
      async let policy = reader.policy(of: bucket)
      async let website = reader.website(of: bucket)
      return (await policy, await website)
    }
    let fronts = await distributions
    return { inventory in
      inventory.evidence.policies = FactsByBucket(names, facts.map(\.0))
      inventory.evidence.websites = FactsByBucket(names, facts.map(\.1))
      inventory.evidence.distributions = fronts
    }
  }

  func versioning(_ progress: ProgressReport) async -> Contribution {
    let reader = buckets.bucketReader
    let (names, facts) = await each(progress) { bucket in
      async let versioning = reader.versioning(of: bucket)
      async let lifecycle = reader.lifecycle(of: bucket)
      async let lock = reader.objectLock(of: bucket)
      return (await versioning, await lifecycle, await lock)
    }
    return { inventory in
      inventory.evidence.versionings = FactsByBucket(names, facts.map(\.0))
      inventory.evidence.lifecycles = FactsByBucket(names, facts.map(\.1))
      inventory.evidence.objectLocks = FactsByBucket(names, facts.map(\.2))
    }
  }

  /// By name; nothing when the list could not be read, which the list itself says.
  private func each<Facts: Sendable>(
    _ progress: ProgressReport,
    read: @escaping @Sendable (Bucket) async -> Facts
  ) async -> (names: [String], facts: [Facts]) {
    let known = await buckets.buckets().value ?? []
    let counter = progress.counter(.buckets, total: known.count)
    let facts = await buckets.reader.eachBucket(known) { bucket in
      defer { counter.advance() }
      return await read(bucket)
    }
    return (known.map(\.name), facts)
  }
}
