import AWSOperations
import Checks
import Domain

/// S3: the list of buckets and what the rows want to know of each.
struct BucketCollector: Sendable {
  let reader: Reader
  let trails: TrailCollector
  private let bucketReader: BucketReader
  private let lists = Memo<String, Fact<[Bucket]>>()
  private let accountBlocks = Memo<String, Fact<PublicAccessBlock>>()

  init(reader: Reader, trails: TrailCollector) {
    self.reader = reader
    self.trails = trails
    bucketReader = BucketReader(reader: reader)
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

  func publicness(_ progress: ProgressReport) async -> Contribution {
    async let account = accountBlock()
    async let points = accessPoints(ProgressReport { _ in })
    let block = await account
    let contribution = await each(progress) { bucket in
      guard block.value?.neutralizesEverything != true else { return }
      await bucketReader.readPublicness(into: &bucket, account: block.value)
    } keep: { old, new in
      old.takePublicness(of: new)
    }
    let accessPoints = await points
    return { inventory in
      inventory.accountPublicAccessBlock = block
      inventory.accessPoints = accessPoints
      contribution(&inventory)
    }
  }

  /// Publicness of just the buckets that trails deliver to, other people's included.
  func trailBuckets(_ progress: ProgressReport) async -> Contribution {
    async let account = accountBlock()
    let names = Set(await trails.distinct(ProgressReport { _ in }).map(\.bucket)).sorted()
    let (block, buckets) = (await account, await buckets())
    let known = buckets.value ?? []
    let own = known.filter { names.contains($0.name) }
    let foreign =
      buckets.value == nil ? [] : names.filter { name in own.allSatisfy { $0.name != name } }
    let counter = progress.counter(.buckets, total: own.count + foreign.count)
    let observed = await own.concurrentMap(window: Reader.window) { bucket in
      defer { counter.advance() }
      var bucket = bucket
      guard block.value?.neutralizesEverything != true else { return bucket }
      await bucketReader.readPublicness(into: &bucket, account: block.value)
      return bucket
    }
    let others = await foreign.concurrentMap(window: Reader.window) { name in
      defer { counter.advance() }
      return (name, await foreignBucket(name))
    }
    return { inventory in
      inventory.accountPublicAccessBlock = block
      inventory.takeBuckets(buckets)
      inventory.update(observed) { $0.takePublicness(of: $1) }
      inventory.foreignBuckets = Dictionary(others) { first, _ in first }
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

  func cancel() {
    lists.cancelAll()
    accountBlocks.cancelAll()
    bucketReader.cancel()
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
      counter.advance()
      return bucket
    }
    return { inventory in
      inventory.takeBuckets(buckets)
      inventory.update(observed, keep)
    }
  }

  private func buckets() async -> Fact<[Bucket]> {
    await lists.value(for: "buckets") {
      switch await reader.readAll(ListBuckets(), in: reader.homeRegion) {
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
  private func accountBlock() async -> Fact<PublicAccessBlock> {
    await accountBlocks.value(for: "account") {
      let call = GetAccountPublicAccessBlock(account: reader.identity.account)
      return await reader.read(call, in: reader.homeRegion)
    }
  }

  private func foreignBucket(_ name: String) async -> ForeignBucket {
    let region = await bucketReader.region(of: ListedBucket(name: name))
    var bucket = Bucket(name: name, region: region)
    await bucketReader.readPublicness(into: &bucket, account: nil)
    let isMissing = bucket.publicAccessBlock.gap?.cause == .gone
    return isMissing ? .missing : .observed(bucket)
  }

  private func accessPoints(_ progress: ProgressReport) async -> Regional<[ObservedAccessPoint]> {
    let block = await accountBlock()
    guard block.value?.neutralizesEverything != true else { return Regional([]) }
    let regions = Set((await buckets().value ?? []).compactMap(\.region)).sorted()
    return await reader.regional(over: regions, progress) { region in
      await accessPoints(in: region)
    }
  }

  private func accessPoints(in region: Region) async -> Fact<[ObservedAccessPoint]> {
    let account = reader.identity.account
    switch await reader.readAll(ListAccessPoints(account: account), in: region) {
    case .unreadable(let gap): return .unreadable(gap)
    case .known(let points):
      return .known(
        await points.concurrentMap(window: Reader.window) { await observed($0, in: region) }
      )
    }
  }

  /// A point inside a VPC is never public, so nothing more is asked of it.
  private func observed(_ point: AccessPoint, in region: Region) async -> ObservedAccessPoint {
    let account = reader.identity.account
    guard point.networkOrigin == "Internet" else {
      return ObservedAccessPoint(
        point,
        publicAccessBlock: .known(.none),
        policyIsPublic: .known(false)
      )
    }
    async let detail = reader.read(GetAccessPoint(account: account, name: point.name), in: region)
    async let status = reader.read(
      GetAccessPointPolicyStatus(account: account, name: point.name),
      in: region
    )
    return ObservedAccessPoint(
      point,
      publicAccessBlock: await detail.map(\.publicAccessBlock),
      policyIsPublic: await status
    )
  }
}
