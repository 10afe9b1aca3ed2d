/// A group of facts that is collected together.
///
/// A row names the groups it needs, and a scan collects the union once.
package enum Need: String, CaseIterable, Hashable, Sendable {
  /// GetAccountSummary, and the credential report where that does not answer.
  case accountSummary
  /// Users, groups, roles and policies.
  case authorization
  /// DescribeTrails in each region.
  case trails
  /// Status and selectors of each trail.
  case trailStates
  case instances
  case volumes
  case encryptionByDefault
  /// VPCs with their flow logs, subnets where needed, and log groups.
  case flowLogs
  /// The list of buckets.
  case buckets
  /// Block Public Access of account and buckets, policy status, ACL, ownership, access points.
  case bucketPublicness
  /// As above, but only of buckets that trails deliver to.
  case trailBuckets
  case bucketEncryption
  /// Logging of each bucket, with what makes a bucket a target.
  case bucketLogging
}
