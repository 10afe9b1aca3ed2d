import AWSOperations
import Checks
import Domain

extension BucketCollector {
  /// Asks at once for all that the unit's judgement may take.
  ///
  /// Asking only what still matters saves calls in a scan of thousands of buckets; of one bucket it
  /// costs four round trips.
  func readAhead(_ unit: UnitScope) async {
    let needs = unit.check.needs
    let reads = unit.buckets.flatMap { bucket in
      Set(needs.flatMap { BucketFact.of[$0] ?? [] }).map { (bucket, $0) }
    }
    async let block: Void = readAccountBlock(needs)
    _ = await reads.concurrentMap(window: Reader.window) { bucket, fact in
      await read(fact, of: bucket)
    }
    await block
  }

  /// The unit's buckets, and where its logs go now, which may be elsewhere than before.
  ///
  /// A bucket that is gone is none of them, unless it is the unit itself.
  func buckets(of unit: UnitScope) async -> [Bucket] {
    guard unit.check.needs.contains(.logTargets) else { return unit.buckets }
    var (found, waiting) = ([Bucket](), unit.buckets)
    var asked = Set(waiting.map(\.name))
    while !waiting.isEmpty {
      let read = await waiting.concurrentMap(window: Reader.window) { bucket in
        (bucket: bucket, logging: await bucketReader.logging(of: bucket))
      }
      let isThere = read.filter { bucket, logging in
        bucket.name == unit.resource.name || logging.gap?.cause != .gone
      }
      found += isThere.map(\.bucket)
      waiting = read.compactMap { $0.logging.value?.targetBucket }
        .filter { asked.insert($0).inserted }
        .map { Bucket(name: $0, region: unit.resource.region) }
    }
    return found
  }

  private func readAccountBlock(_ needs: Set<Need>) async {
    guard needs.contains(.bucketPublicness) || needs.contains(.trailBuckets) else { return }
    _ = await accountBlock()
  }

  private func read(_ fact: BucketFact, of bucket: Bucket) async {
    switch fact {
    case .publicAccessBlock: _ = await bucketReader.publicAccessBlock(of: bucket)
    case .policyStatus: _ = await bucketReader.policyIsPublic(bucket)
    case .policy: _ = await bucketReader.policy(of: bucket)
    case .acl: _ = await bucketReader.acl(of: bucket)
    case .ownership: _ = await bucketReader.objectOwnership(of: bucket)
    case .encryption: _ = await bucketReader.encryption(of: bucket)
    case .logging: _ = await bucketReader.logging(of: bucket)
    case .objectLock: _ = await bucketReader.objectLock(of: bucket)
    case .accessPoints: await readAccessPoints(of: bucket)
    }
  }
}

/// One call about a bucket.
private enum BucketFact {
  case publicAccessBlock
  case policyStatus
  case policy
  case acl
  case ownership
  case encryption
  case logging
  case objectLock
  case accessPoints

  static let of: [Need: [Self]] = [
    .bucketPublicness: publicness,
    .trailBuckets: publicness,
    .bucketEncryption: [.encryption],
    .bucketLogging: [.logging],
    .logTargets: [.logging, .policy, .acl, .ownership, .encryption, .objectLock],
  ]

  private static let publicness: [Self] = [
    .publicAccessBlock, .policyStatus, .policy, .acl, .ownership, .accessPoints,
  ]
}
