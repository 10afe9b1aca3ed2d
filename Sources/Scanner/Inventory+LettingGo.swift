import Checks

extension Inventory {
  /// Lets go of the facts that none of these needs is about.
  mutating func keepOnly(_ wanted: Set<Need>) {
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
    if !wanted.contains(.evidenceSecurityGroups) { evidence.network = .notCollected }
    if !wanted.contains(.evidenceTransfer) { (evidence.policies, evidence.websites) = ([:], [:]) }
    if !wanted.contains(.evidenceVersioning) {
      (evidence.versionings, evidence.lifecycles, evidence.objectLocks) = ([:], [:], [:])
    }
  }
}

extension Need {
  static let ofBuckets: Set<Self> = [
    .buckets, .bucketPublicness, .trailBuckets, .bucketEncryption, .bucketLogging, .logTargets,
  ]
}
