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
    await each(progress) { bucket in
      bucket.encryption = await bucketReader.encryption(of: bucket)
    } keep: { old, new in
      old.encryption = new.encryption
    }
  }

  /// Whether buckets are public: by ACL, by policy, or through an access point.
  func publicness(_ progress: ProgressReport) async -> Contribution {
    async let account = accountBlock()
    async let list = buckets()
    let (block, buckets) = (await account, await list)
    let observation = await observed(buckets.value ?? [], block, progress)
    return { inventory in
      inventory.accountPublicAccessBlock = block
      inventory.takeBuckets(buckets)
      observation(&inventory)
    }
  }

  /// The same of just the buckets that trails deliver to, other people's included.
  func trailBuckets(_ progress: ProgressReport) async -> Contribution {
    var names = Set(await trails.distinct(ProgressReport { _ in }).map(\.bucket))
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
    let own = known.filter { names.contains($0.name) }
    let foreign = buckets.value == nil ? [] : names.subtracting(known.map(\.name)).sorted()
    let observation = await observed(own, block, progress)
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
    await each(progress) { bucket in
      bucket.logging = await bucketReader.logging(of: bucket)
    } keep: { old, new in
      old.logging = new.logging
    }
  }

  /// Only buckets that others log to, or that do not log themselves, may be targets.
  func logTargets(_ progress: ProgressReport) async -> Contribution {
    let buckets = await buckets()
    let logged = await (buckets.value ?? []).concurrentMap(window: Reader.window) { bucket in
      (bucket, await bucketReader.logging(of: bucket).value)
    }
    let targets = Set(logged.compactMap { $0.1?.targetBucket })
    let candidates = logged.filter { bucket, logging in
      targets.contains(bucket.name) || logging.map { $0.targetBucket == nil } ?? false
    }
    let observed = await candidates.map(\.0).concurrentMap(window: Reader.window) { bucket in
      await withTargetFacts(bucket, isTarget: targets.contains(bucket.name))
    }
    return { inventory in
      inventory.takeBuckets(buckets)
      inventory.update(observed) { $0.takeTargetFacts(of: $1) }
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

  private func each(
    _ progress: ProgressReport,
    read: @escaping @Sendable (inout Bucket) async -> Void,
    keep: @escaping @Sendable (inout Bucket, Bucket) -> Void
  ) async -> Contribution {
    let buckets = await buckets()
    let counter = progress.counter(.buckets, total: buckets.value?.count ?? 0)
    let observed = await (buckets.value ?? []).concurrentMap(window: Reader.window) { bucket in
      var bucket = bucket
      await read(&bucket)
      counter.advance { [bucket] in $0.buckets = .known([bucket]) }
      return bucket
    }
    return { inventory in
      inventory.takeBuckets(buckets)
      inventory.update(observed, keep)
    }
  }

  func buckets() async -> Fact<[Bucket]> {
    await lists.value(for: "buckets") {
      if let unit = reader.unit { return .known(await buckets(of: unit)) }
      return switch await reader.headStart.buckets.value() {
      case .unreadable(let gap): .unreadable(gap)
      case .known(let listed):
        .known(
          await listed.concurrentMap(window: Reader.window) { bucket in
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

  /// Looks at nothing where the account's own setting leaves nothing to be public.
  private func observed(
    _ buckets: [Bucket],
    _ block: Fact<PublicAccessBlock>,
    _ progress: ProgressReport
  ) async -> Contribution {
    guard block.value?.neutralizesEverything != true else {
      return { $0.takeAccessPoints(Regional([])) }
    }
    async let points = accessPoints.observed(in: Set(buckets.compactMap(\.region)).sorted())
    let counter = progress.counter(.buckets, total: buckets.count)
    let observed = await buckets.concurrentMap(window: Reader.window) { bucket in
      var bucket = bucket
      await bucketReader.readPublicness(into: &bucket, account: block.value)
      counter.advance { [bucket] in
        $0.accountPublicAccessBlock = block
        $0.buckets = .known([bucket])
      }
      return bucket
    }
    let known = await points
    let complete = await observed.concurrentMap(window: Reader.window) { bucket in
      guard known.mayOpen(bucket) else { return bucket }
      var bucket = bucket
      bucket.policy = await bucketReader.policy(of: bucket)
      return bucket
    }
    return { inventory in
      inventory.takeAccessPoints(known)
      inventory.update(complete) { $0.takePublicness(of: $1) }
    }
  }
}
