import AWSOperations
import Checks
import Domain

/// S3: the list of buckets and what the rows want to know of each.
struct BucketCollector: Sendable {
  let reader: Reader
  let trails: TrailCollector
  let bucketReader: BucketReader
  private let accessPoints: AccessPointReader
  private let lists = Memo<String, Fact<[Bucket]>>()
  private let accountBlocks = Memo<String, Fact<PublicAccessBlock>>()

  init(reader: Reader, trails: TrailCollector) {
    self.reader = reader
    self.trails = trails
    bucketReader = BucketReader(reader: reader)
    accessPoints = AccessPointReader(reader: reader)
  }

  func list() async -> Contribution {
    let buckets = await buckets()
    return { $0.takeBuckets(buckets) }
  }

  func encryption(_ progress: ProgressReport) async -> Contribution {
    await each(progress, read: bucketReader.encryption) { $0.encryption = $1 }
  }

  /// Whether buckets are public: by ACL, by policy, or through an access point.
  func publicness(_ progress: ProgressReport) async -> Contribution {
    async let account = accountBlock()
    async let list = buckets()
    let (block, buckets) = (await account, await list)
    let listed = buckets.value ?? []
    let observation = await observed(listed, Array(listed.indices), block, progress)
    return { inventory in
      inventory.accountPublicAccessBlock = block
      inventory.takeBuckets(buckets)
      observation(&inventory)
    }
  }

  /// The same of just the buckets that trails deliver to, other people's included.
  func trailBuckets(_ progress: ProgressReport) async -> Contribution {
    // Asked for while the trails are, for they do not depend on them.
    async let account = accountBlock()
    async let list = buckets()
    var names = Set(await trails.distinct(ProgressReport { _ in }).map(\.bucket))
    _ = (await account, await list)
    if let unit = reader.unit { names.formIntersection(unit.buckets.map(\.name)) }
    return await publicness(of: names, progress) { $0.foreignBuckets = $1 }
  }

  /// Hands those that are not in our list to `keepForeign`.
  func publicness(
    of names: Set<String>,
    _ progress: ProgressReport,
    keepForeign: @escaping @Sendable (inout Inventory, [String: ForeignBucket]) -> Void
  ) async -> Contribution {
    async let account = accountBlock()
    let (block, buckets) = (await account, await buckets())
    let known = buckets.value ?? []
    let own = known.indices.filter { names.contains(known[$0].name) }
    let foreign = buckets.value == nil ? [] : names.subtracting(known.map(\.name)).sorted()
    let observation = await observed(known, own, block, progress)
    let others = await foreign.concurrentMap(window: Reader.window) { name in
      (name, await foreignBucket(name))
    }
    return { inventory in
      inventory.accountPublicAccessBlock = block
      inventory.takeBuckets(buckets)
      observation(&inventory)
      keepForeign(&inventory, Dictionary(others) { first, _ in first })
    }
  }

  func logging(_ progress: ProgressReport) async -> Contribution {
    await each(progress, read: bucketReader.logging) { $0.logging = $1 }
  }

  /// Only buckets that others log to, or that do not log themselves, may be targets.
  func logTargets(_ progress: ProgressReport) async -> Contribution {
    let buckets = await buckets()
    let listed = buckets.value ?? []
    let logged = await reader.eachBucket(listed) { bucket in
      await bucketReader.logging(of: bucket).value.map(\.targetBucket)
    }
    let targets = Set(logged.compactMap { $0 ?? nil })
    let candidates = listed.indices.filter { place in
      guard let target = logged[place] else { return targets.contains(listed[place].name) }
      return target == nil || targets.contains(listed[place].name)
    }
    let observed = await reader.eachBucket(candidates) { place in
      let bucket = listed[place]
      return await withTargetFacts(bucket, isTarget: targets.contains(bucket.name))
    }
    return { inventory in
      inventory.takeBuckets(buckets)
      inventory.update(listed, candidates, observed) { $0.takeTargetFacts(of: $1) }
    }
  }

  private func withTargetFacts(_ bucket: Bucket, isTarget: Bool) async -> Bucket {
    var bucket = bucket
    let subject = bucket
    async let policy = bucketReader.policy(of: subject)
    bucket.objectOwnership = await bucketReader.objectOwnership(of: subject)
    if bucket.hasEffectiveACL { bucket.acl = await bucketReader.acl(of: subject) }
    bucket.policy = await policy
    guard isTarget else { return bucket }
    async let encryption = bucketReader.encryption(of: subject)
    async let lock = bucketReader.objectLock(of: subject)
    (bucket.encryption, bucket.objectLock) = (await encryption, await lock)
    return bucket
  }

  /// One fact of each bucket, told one by one as they arrive.
  private func each<Value: Sendable>(
    _ progress: ProgressReport,
    read: @escaping @Sendable (Bucket) async -> Fact<Value>,
    keep: @escaping @Sendable (inout Bucket, Fact<Value>) -> Void
  ) async -> Contribution {
    let buckets = await buckets()
    let listed = buckets.value ?? []
    let counter = progress.counter(.buckets, total: listed.count)
    let facts = await reader.eachBucket(listed) { bucket in
      let fact = await read(bucket)
      counter.advance { inventory in
        var bucket = bucket
        keep(&bucket, fact)
        inventory.buckets = .known([bucket])
      }
      return fact
    }
    return { inventory in
      inventory.takeBuckets(buckets)
      inventory.update(listed, listed.indices, facts, keep)
    }
  }

  func buckets() async -> Fact<[Bucket]> {
    await lists.value(for: "buckets") {
      if let unit = reader.unit { return .known(await buckets(of: unit)) }
      return switch await reader.headStart.buckets.value() {
      case .unreadable(let gap): .unreadable(gap)
      case .known(let listed):
        .known(
          await reader.eachBucket(listed) { bucket in
            let region = await bucketReader.region(of: bucket)
            return Bucket(name: bucket.name, region: region, createdAt: bucket.createdAt)
          }
        )
      }
    }
  }

  /// The account's effective setting: S3 answers with the organization's where one applies.
  func accountBlock() async -> Fact<PublicAccessBlock> {
    await accountBlocks.value(for: "account") {
      let call = GetAccountPublicAccessBlock(account: reader.identity.account)
      return await reader.read(call, in: reader.homeRegion)
    }
  }

  func readAccessPoints(of bucket: Bucket) async {
    if let region = bucket.region { _ = await accessPoints.observed(in: [region]) }
  }

  private func foreignBucket(_ name: String) async -> ForeignBucket {
    let region = await bucketReader.region(of: ListedBucket(name: name))
    var bucket = Bucket(name: name, region: region)
    await bucketReader.readPublicness(into: &bucket, account: nil)
    let isMissing = bucket.publicAccessBlock.gap?.cause == .gone
    return isMissing ? .missing : .observed(bucket)
  }

  /// Looks at those places of a list, and at nothing where the account's own setting leaves nothing
  /// to be public.
  private func observed(
    _ listed: [Bucket],
    _ places: [Int],
    _ block: Fact<PublicAccessBlock>,
    _ progress: ProgressReport
  ) async -> Contribution {
    guard block.value?.neutralizesEverything != true else {
      return { $0.takeAccessPoints(Regional([])) }
    }
    let regions = Set(places.compactMap { listed[$0].region })
    async let points = accessPoints.observed(in: regions.sorted())
    let counter = progress.counter(.buckets, total: places.count)
    let facts = await reader.eachBucket(places) { place in
      var bucket = listed[place]
      await bucketReader.readPublicness(into: &bucket, account: block.value)
      counter.advance { [bucket] in
        $0.accountPublicAccessBlock = block
        $0.buckets = .known([bucket])
      }
      return BucketPublicnessFacts(of: bucket)
    }
    let known = await points
    let opened = places.filter { known.mayOpen(listed[$0]) }
    let policies = await reader.eachBucket(opened) { place in
      await bucketReader.policy(of: listed[place])
    }
    return { inventory in
      inventory.takeAccessPoints(known)
      inventory.update(listed, places, facts) { $0.take($1) }
      inventory.update(listed, opened, policies) { $0.policy = $1 }
    }
  }
}
