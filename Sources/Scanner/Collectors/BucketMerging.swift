import AWSOperations
import Checks
import Domain

/// Several collectors tell different things of the same buckets, in any order.
extension Inventory {
  /// Takes the list, unless another collector brought it already.
  mutating func takeBuckets(_ listed: Fact<[Bucket]>) {
    if case .unreadable = buckets { buckets = listed }
  }

  /// Adds regions that no other collector brought already.
  mutating func takeAccessPoints(_ points: Regional<[ObservedAccessPoint]>) {
    let known = accessPoints.entries
    accessPoints = Regional(
      known + points.entries.filter { entry in known.allSatisfy { $0.region != entry.region } }
    )
  }

  /// Hands the buckets at those places of a list, and what was read of each, to `keep`.
  ///
  /// All collectors of a scan have the same list; a bucket that stands elsewhere all the same is
  /// left as it is.
  mutating func update<Facts>(
    _ listed: [Bucket],
    _ places: some Sequence<Int>,
    _ facts: [Facts],
    _ keep: (inout Bucket, Facts) -> Void
  ) {
    guard case .known(var known) = buckets else { return }
    // Now `known` alone holds the list, and changing it copies nothing.
    buckets = .notCollected
    for (place, facts) in zip(places, facts)
    where place < known.count && known[place].name == listed[place].name {
      keep(&known[place], facts)
    }
    buckets = .known(known)
  }
}

/// What decides whether a bucket is public, without the bucket.
struct BucketPublicnessFacts: Sendable {
  fileprivate let publicAccessBlock: Fact<PublicAccessBlock>
  fileprivate let policyIsPublic: Fact<Bool>
  fileprivate let policy: Fact<String?>
  fileprivate let objectOwnership: Fact<String?>
  fileprivate let acl: Fact<BucketACL>

  init(of bucket: Bucket) {
    publicAccessBlock = bucket.publicAccessBlock
    policyIsPublic = bucket.policyIsPublic
    policy = bucket.policy
    objectOwnership = bucket.objectOwnership
    acl = bucket.acl
  }
}

extension Bucket {
  /// With `BucketOwnerEnforced` access control lists have no effect.
  var hasEffectiveACL: Bool { objectOwnership.value != "BucketOwnerEnforced" }

  mutating func take(_ facts: BucketPublicnessFacts) {
    take(\.publicAccessBlock, facts.publicAccessBlock)
    take(\.policyIsPublic, facts.policyIsPublic)
    take(\.policy, facts.policy)
    take(\.objectOwnership, facts.objectOwnership)
    take(\.acl, facts.acl)
  }

  mutating func takeTargetFacts(of other: Bucket) {
    take(\.policy, other.policy)
    take(\.acl, other.acl)
    take(\.objectOwnership, other.objectOwnership)
    take(\.encryption, other.encryption)
    take(\.objectLock, other.objectLock)
  }

  /// A fact that nobody collected leaves ours as it is.
  private mutating func take<Value>(
    _ place: WritableKeyPath<Bucket, Fact<Value>>,
    _ fact: Fact<Value>
  ) {
    if fact.gap?.cause != .notCollected { self[keyPath: place] = fact }
  }
}

extension PublicAccessBlock {
  /// Whether neither an ACL nor a policy can make a bucket public.
  ///
  /// The two other settings only refuse future changes.
  var neutralizesEverything: Bool { ignoresPublicACLs && restrictsPublicBuckets }
}
