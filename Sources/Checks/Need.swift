import Domain

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
  /// Server access logging of each bucket.
  case bucketLogging
  /// What makes a bucket a target of access logs, and fit to be one.
  case logTargets
}

extension Need {
  /// The IAM actions that collecting the group takes, occasional ones included.
  ///
  /// Left out are those of the fallbacks, which are for identities that lack something anyway, and
  /// `s3:ListBucket`, which `HeadBucket` takes: it would allow to list everybody's objects, and S3
  /// names the bucket's region in a refusal too.
  package var permissions: [Permission] {
    switch self {
    case .accountSummary: ["iam:GetAccountSummary"]
    case .authorization: ["iam:GetAccountAuthorizationDetails", "iam:GetPolicyVersion"]
    case .trails: Self.listedTrails
    case .trailStates:
      Self.listedTrails + ["cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"]
    case .instances: Self.regions + ["ec2:DescribeInstances"]
    case .volumes: Self.regions + ["ec2:DescribeVolumes"]
    case .encryptionByDefault: Self.regions + ["ec2:GetEbsEncryptionByDefault"]
    case .flowLogs:
      Self.regions + [
        "ec2:DescribeVpcs", "ec2:DescribeFlowLogs", "ec2:DescribeSubnets",
        "logs:DescribeLogGroups",
      ]
    case .buckets: Self.listedBuckets
    case .bucketPublicness: Self.listedBuckets + Self.publicness
    case .trailBuckets: Self.listedTrails + Self.listedBuckets + Self.publicness
    case .bucketEncryption: Self.listedBuckets + ["s3:GetEncryptionConfiguration"]
    case .bucketLogging: Self.listedBuckets + ["s3:GetBucketLogging"]
    case .logTargets:
      Self.listedBuckets + [
        "s3:GetBucketLogging", "s3:GetBucketPolicy", "s3:GetBucketAcl",
        "s3:GetBucketOwnershipControls", "s3:GetEncryptionConfiguration",
        "s3:GetBucketObjectLockConfiguration",
      ]
    }
  }

  private static let regions: [Permission] = ["ec2:DescribeRegions"]

  private static let listedTrails: [Permission] = regions + ["cloudtrail:DescribeTrails"]

  private static let listedBuckets: [Permission] = ["s3:ListAllMyBuckets", "s3:GetBucketLocation"]

  private static let publicness: [Permission] = [
    "s3:GetAccountPublicAccessBlock", "s3:GetBucketPublicAccessBlock",
    "s3:GetBucketPolicyStatus", "s3:GetBucketPolicy", "s3:GetBucketAcl",
    "s3:GetBucketOwnershipControls", "s3:ListAccessPoints", "s3:GetAccessPoint",
    "s3:GetAccessPointPolicyStatus",
  ]
}
