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

  /// Hands each observed bucket and ours of the same name to `keep`.
  mutating func update(_ observed: [Bucket], _ keep: (inout Bucket, Bucket) -> Void) {
    guard case .known(var known) = buckets else { return }
    let byName = Dictionary(observed.map { ($0.name, $0) }) { first, _ in first }
    for index in known.indices {
      if let bucket = byName[known[index].name] { keep(&known[index], bucket) }
    }
    buckets = .known(known)
  }
}

extension Bucket {
  /// With `BucketOwnerEnforced` access control lists have no effect.
  var hasEffectiveACL: Bool { objectOwnership.value != "BucketOwnerEnforced" }

  mutating func takePublicness(of other: Bucket) {
    take(\.publicAccessBlock, of: other)
    take(\.policyIsPublic, of: other)
    take(\.policy, of: other)
    take(\.objectOwnership, of: other)
    take(\.acl, of: other)
  }

  mutating func takeTargetFacts(of other: Bucket) {
    take(\.policy, of: other)
    take(\.acl, of: other)
    take(\.objectOwnership, of: other)
    take(\.encryption, of: other)
    take(\.objectLock, of: other)
  }

  /// A fact the other did not collect leaves ours as it is.
  private mutating func take<Value>(_ fact: WritableKeyPath<Bucket, Fact<Value>>, of other: Bucket)
  {
    guard other[keyPath: fact].gap?.cause != .notCollected else { return }
    self[keyPath: fact] = other[keyPath: fact]
  }
}

extension PublicAccessBlock {
  /// Whether neither an ACL nor a policy can make a bucket public.
  ///
  /// The two other settings only refuse future changes.
  var neutralizesEverything: Bool { ignoresPublicACLs && restrictsPublicBuckets }
}
