import Checks
import Domain
import FoundationEssentials

/// Writes what a collector read into an inventory.
typealias Contribution = @Sendable (inout Inventory) -> Void

/// The collectors of one scan, which share what several of them need.
struct Collectors: Sendable {
  let account: AccountCollector
  let trails: TrailCollector
  let compute: ComputeCollector
  let flowLogs: FlowLogCollector
  let buckets: BucketCollector
  let evidence: EvidenceCollectors

  /// `known` is what is on record of the account.
  init(
    reader: Reader,
    now: Date,
    known: AccountRecord? = nil,
    sleep: @escaping @Sendable (Duration) async throws(CancellationError) -> Void
  ) {
    account = AccountCollector(reader: reader, sleep: sleep)
    trails = TrailCollector(reader: reader)
    compute = ComputeCollector(reader: reader)
    flowLogs = FlowLogCollector(reader: reader)
    buckets = BucketCollector(reader: reader, trails: trails)
    evidence = EvidenceCollectors(
      reader: reader,
      now: now,
      known: known,
      account: account,
      flowLogs: flowLogs,
      buckets: buckets
    )
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
    case .evidenceBilling: await evidence.billing.buckets(progress)
    case .evidenceBudgets: await evidence.billing.budgets()
    case .paidCosts: await evidence.billing.costs()
    case .evidenceCredentials: await evidence.credentials.credentials()
    case .evidenceKeyPairs: await evidence.network.keyPairs(progress)
    case .evidenceSecurityGroups: await evidence.network.securityGroups(progress)
    case .evidenceTransfer: await evidence.buckets.transfer(progress)
    case .evidenceVersioning: await evidence.buckets.versioning(progress)
    }
  }
}
