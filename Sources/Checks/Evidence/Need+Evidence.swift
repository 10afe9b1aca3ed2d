import Domain

extension Need {
  /// The IAM actions of what is read for reviewers alone; none for the others.
  var evidencePermissions: [Permission] {
    switch self {
    case .evidenceBilling: Self.billing + Self.listedBuckets + Self.publicness
    case .evidenceCredentials:
      [
        "iam:GenerateCredentialReport", "iam:GetCredentialReport", "iam:ListSAMLProviders",
        "iam:ListOpenIDConnectProviders",
      ]
    case .evidenceBudgets: Self.billing + ["budgets:ViewBudget", "cloudwatch:DescribeAlarms"]
    case .evidenceKeyPairs: Self.regions + ["ec2:DescribeKeyPairs"]
    case .evidenceSecurityGroups:
      Self.regions + [
        "ec2:DescribeSecurityGroups", "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs",
        "ec2:GetManagedPrefixListEntries",
      ]
    case .evidenceTransfer:
      Self.listedBuckets + [
        "s3:GetBucketPolicy", "s3:GetBucketWebsite", "cloudfront:ListDistributions",
      ]
    case .evidenceVersioning:
      Self.listedBuckets + [
        "s3:GetBucketVersioning", "s3:GetLifecycleConfiguration",
        "s3:GetBucketObjectLockConfiguration",
      ]
    case .paidCosts: ["ce:GetCostAndUsage"]
    case .accountSummary, .authorization, .trails, .trailStates, .instances, .volumes,
      .encryptionByDefault, .flowLogs, .buckets, .bucketPublicness, .trailBuckets,
      .bucketEncryption, .bucketLogging, .logTargets:
      []
    }
  }

  private static let billing: [Permission] = [
    "cur:DescribeReportDefinitions", "bcm-data-exports:ListExports", "bcm-data-exports:GetExport",
  ]
}
