import Domain
import FoundationEssentials

/// The collectors of what only reviewers of manual rows see; they share with the others.
struct EvidenceCollectors: Sendable {
  let billing: EvidenceBillingCollector
  let credentials: EvidenceCredentialCollector
  let network: EvidenceNetworkCollector
  let buckets: EvidenceBucketCollector

  init(
    reader: Reader,
    now: Date,
    known: AccountRecord?,
    account: AccountCollector,
    flowLogs: FlowLogCollector,
    buckets: BucketCollector
  ) {
    billing = EvidenceBillingCollector(
      reader: reader,
      now: now,
      buckets: buckets,
      closedMonths: known?.closedMonths(of: "ASC 06") ?? []
    )
    credentials = EvidenceCredentialCollector(reader: reader, account: account)
    network = EvidenceNetworkCollector(reader: reader, flowLogs: flowLogs)
    self.buckets = EvidenceBucketCollector(buckets: buckets)
  }
}
