extension Service {
  package static let sts = Self(
    "sts",
    configurationName: "STS",
    .regional,
    .query(version: "2011-06-15")
  )
  package static let iam = Self(
    "iam",
    configurationName: "IAM",
    .global,
    .query(version: "2010-05-08")
  )
  package static let ec2 = Self(
    "ec2",
    configurationName: "EC2",
    .regional,
    .ec2(version: "2016-11-15")
  )
  package static let cloudTrail = Self(
    "cloudtrail",
    configurationName: "CLOUDTRAIL",
    .regional,
    .json(target: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101")
  )
  package static let cloudWatchLogs = Self(
    "logs",
    configurationName: "CLOUDWATCH_LOGS",
    .regional,
    .json(target: "Logs_20140328")
  )
  package static let s3 = Self("s3", configurationName: "S3", .regional, .restXML)
  package static let s3Control = Self(
    "s3-control",
    signingName: "s3",
    configurationName: "S3_CONTROL",
    .regional,
    .restXML
  )

  package static let cloudFront = Self(
    "cloudfront",
    configurationName: "CLOUDFRONT",
    .billing,
    .restXML
  )
  /// CloudWatch where it keeps the metrics of the bill.
  package static let billingMetrics = Self(
    "monitoring",
    configurationName: "CLOUDWATCH",
    .billing,
    .query(version: "2010-08-01")
  )
  package static let costReports = Self(
    "cur",
    configurationName: "COST_AND_USAGE_REPORT_SERVICE",
    .billing,
    .json(target: "AWSOrigamiServiceGatewayService")
  )
  package static let dataExports = Self(
    "bcm-data-exports",
    configurationName: "BCM_DATA_EXPORTS",
    .billing,
    .json(target: "AWSBillingAndCostManagementDataExports")
  )
  package static let budgets = Self(
    "budgets",
    configurationName: "BUDGETS",
    .billing,
    .json(target: "AWSBudgetServiceGateway")
  )
  /// At home where the bill is.
  package static let organizations = Self(
    "organizations",
    configurationName: "ORGANIZATIONS",
    .billing,
    .json(target: "AWSOrganizationsV20161128")
  )
  package static let costExplorer = Self(
    "ce",
    configurationName: "COST_EXPLORER",
    .billing,
    .json(target: "AWSInsightsIndexService")
  )
  /// IAM Identity Center's portal, which gives a role's credentials for a token.
  package static let sso = Self("portal.sso", configurationName: "SSO", .regional, .restJSON)
  /// Where such tokens come from.
  package static let ssoOIDC = Self("oidc", configurationName: "SSO_OIDC", .regional, .restJSON)
  /// Where `aws login` gets its credentials.
  package static let signIn = Self("signin", configurationName: "SIGNIN", .regional, .restJSON)

  package static let all = [
    sts, iam, ec2, cloudTrail, cloudWatchLogs, s3, s3Control, sso, ssoOIDC, signIn,
    cloudFront, billingMetrics, costReports, dataExports, budgets, costExplorer,
    organizations,
  ]
}
