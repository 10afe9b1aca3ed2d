import Checks
import Domain

/// Writes what a collector read into an inventory.
typealias Contribution = @Sendable (inout Inventory) -> Void

/// The collectors of one scan, which share what several of them need.
struct Collectors: Sendable {
  let account: AccountCollector
  let trails: TrailCollector
  let compute: ComputeCollector
  let flowLogs: FlowLogCollector
  let buckets: BucketCollector

  init(
    reader: Reader,
    sleep: @escaping @Sendable (Duration) async throws(CancellationError) -> Void
  ) {
    account = AccountCollector(reader: reader, sleep: sleep)
    trails = TrailCollector(reader: reader)
    compute = ComputeCollector(reader: reader)
    flowLogs = FlowLogCollector(reader: reader)
    buckets = BucketCollector(reader: reader, trails: trails)
  }

  func collect(_ need: Need, _ progress: ProgressReport) async -> Contribution {
    switch need {
    case .accountSummary: await account.summary()
    case .authorization: await account.authorization()
    case .trails: await trails.trails(progress)
    case .trailStates: await trails.states(progress)
    case .instances: await compute.instances(progress)
    case .volumes: await compute.volumes(progress)
    case .encryptionByDefault: await compute.encryptionByDefault(progress)
    case .flowLogs: await flowLogs.flowLogs(progress)
    case .buckets: await buckets.list()
    case .bucketPublicness: await buckets.publicness(progress)
    case .trailBuckets: await buckets.trailBuckets(progress)
    case .bucketEncryption: await buckets.encryption(progress)
    case .bucketLogging: await buckets.logging(progress)
    case .logTargets: await buckets.logTargets(progress)
    }
  }
}
