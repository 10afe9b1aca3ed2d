/// Every call a scan makes, in the order of the services.
///
/// The IAM policy of the documentation is made of these, and tests walk them.
package enum Operations {
  package static let all: [any AWSOperation.Type] = sts + iam + cloudTrail + ec2 + logs + s3

  /// What is read beside manual rows, for the person who judges them.
  ///
  /// The account and its buckets' policies are read by the calls above.
  package static let evidence: [any AWSOperation.Type] = [
    ListSAMLProviders.self, ListOpenIDConnectProviders.self, DescribeKeyPairs.self,
    DescribeSecurityGroups.self, DescribeNetworkInterfaces.self,
    GetManagedPrefixListEntries.self, GetBucketVersioning.self,
    GetBucketLifecycleConfiguration.self, GetBucketWebsite.self, ListDistributions.self,
    DescribeBillingAlarms.self, DescribeReportDefinitions.self, ListExports.self, GetExport.self,
    DescribeBudgets.self, DescribeNotificationsForBudget.self,
  ]

  /// What AWS charges for, and nothing sends unasked.
  package static let paid: [any PaidOperation.Type] = [GetCostAndUsage.self]

  /// What a scan of many accounts asks besides.
  package static let organization: [any AWSOperation.Type] = [ListAccounts.self]

  /// Calls that need no permission, because they are what gives credentials.
  package static let signingIn: [any AWSOperation.Type] = [
    AssumeRoleWithWebIdentity.self, GetRoleCredentials.self, CreateToken.self,
    CreateOAuth2Token.self,
  ]

  private static let sts: [any AWSOperation.Type] = [
    GetCallerIdentity.self, AssumeRole.self,
  ]

  private static let iam: [any AWSOperation.Type] = [
    GetAccountSummary.self, GenerateCredentialReport.self, GetCredentialReport.self,
    GetAccountAuthorizationDetails.self, GetPolicyVersion.self, ListPolicies.self,
    ListEntitiesForPolicy.self, ListUsers.self, ListGroups.self, ListRoles.self,
    ListUserPolicies.self, ListGroupPolicies.self, ListRolePolicies.self,
    GetUserPolicy.self, GetGroupPolicy.self, GetRolePolicy.self,
  ]

  private static let cloudTrail: [any AWSOperation.Type] = [
    DescribeTrails.self, GetTrailStatus.self, GetEventSelectors.self,
  ]

  private static let ec2: [any AWSOperation.Type] = [
    DescribeRegions.self, DescribeInstances.self, DescribeVolumes.self,
    GetEbsEncryptionByDefault.self, DescribeVpcs.self, DescribeSubnets.self,
    DescribeFlowLogs.self,
  ]

  private static let logs: [any AWSOperation.Type] = [DescribeLogGroups.self]

  private static let s3: [any AWSOperation.Type] = [
    ListBuckets.self, HeadBucket.self, GetBucketLocation.self, GetBucketPublicAccessBlock.self,
    GetBucketPolicyStatus.self, GetBucketPolicy.self, GetBucketAcl.self,
    GetBucketOwnershipControls.self, GetBucketEncryption.self, GetBucketLogging.self,
    GetObjectLockConfiguration.self, GetAccountPublicAccessBlock.self, ListAccessPoints.self,
    GetAccessPoint.self, GetAccessPointPolicyStatus.self,
  ]
}
