import Checks

extension Inventory {
  /// Lets go of the facts that none of these needs is about.
  ///
  /// Evidence for people draws on facts of every kind, so while any is wanted all stays.
  mutating func keepOnly(_ wanted: Set<Need>) {
    guard wanted.isDisjoint(with: Need.evidence) else { return }
    if !wanted.contains(.authorization) { authorization = .notCollected }
    if !wanted.contains(.instances) { instances = .notCollected }
    if !wanted.contains(.volumes) { volumes = .notCollected }
    if !wanted.contains(.flowLogs) {
      vpcs = .notCollected
      flowLogs = .notCollected
      subnets = .notCollected
      logGroups = .notCollected
    }
    if wanted.isDisjoint(with: Need.ofBuckets) {
      buckets = .notCollected
      foreignBuckets = [:]
      accessPoints = .notCollected
    }
  }
}

extension Need {
  static let ofBuckets: Set<Self> = [
    .buckets, .bucketPublicness, .trailBuckets, .bucketEncryption, .bucketLogging, .logTargets,
  ]

  fileprivate static let evidence: Set<Self> = [
    .evidenceBilling, .evidenceCredentials, .evidenceBudgets, .evidenceKeyPairs,
    .evidenceSecurityGroups, .evidenceTransfer, .evidenceVersioning, .paidCosts,
  ]
}
