import AWSClient
import AWSOperations
import Domain
import Foundation

/// What the demo account would say of the facts that only reviewers see.
enum EvidenceAnswers {
  static func response(to request: HTTPRequest) -> HTTPResponse? {
    let operation = DemoWire.Request(request).operation
    guard let (status, body) = answers[operation] else { return nil }
    return HTTPResponse(status: status, headers: [:], body: Array(body.utf8))
  }

  static let operations = Set(answers.keys)

  /// What IAM must allow for a call that the demo account knows nothing of.
  static func permission(of operation: String) -> Permission? {
    let name = restNames[operation] ?? operation
    return (Operations.evidence + Operations.paid).first { $0.name == name }?.permission
  }

  private static let restNames = [
    "versioning": GetBucketVersioning.name, "lifecycle": GetBucketLifecycleConfiguration.name,
    "website": GetBucketWebsite.name, "MaxItems": ListDistributions.name,
  ]

  private static let report = "user,access_key_1_active\ntaro,true\n"

  private static let answers: [String: (Int, String)] = [
    "DescribeKeyPairs": (200, ec2("DescribeKeyPairs", "<keySet/>")),
    "DescribeSecurityGroups": (
      200,
      ec2(
        "DescribeSecurityGroups",
        """
        <securityGroupInfo><item><groupId>sg-1</groupId><groupName>web</groupName>
        <ownerId>111122223333</ownerId><ipPermissions><item><ipProtocol>tcp</ipProtocol>
        <fromPort>22</fromPort><toPort>22</toPort><prefixListIds><item>
        <prefixListId>pl-1</prefixListId></item></prefixListIds></item></ipPermissions></item>
        </securityGroupInfo>
        """
      )
    ),
    "DescribeNetworkInterfaces": (
      200, ec2("DescribeNetworkInterfaces", "<networkInterfaceSet/>")
    ),
    "GetManagedPrefixListEntries": (
      200,
      ec2(
        "GetManagedPrefixListEntries",
        "<entrySet><item><cidr>0.0.0.0/0</cidr></item></entrySet>"
      )
    ),
    "ListSAMLProviders": (200, iam("ListSAMLProviders", "<SAMLProviderList/>")),
    "ListOpenIDConnectProviders": (
      200, iam("ListOpenIDConnectProviders", "<OpenIDConnectProviderList/>")
    ),
    "GenerateCredentialReport": (200, iam("GenerateCredentialReport", "<State>COMPLETE</State>")),
    "GetCredentialReport": (
      200,
      iam(
        "GetCredentialReport",
        """
        <Content>\(Data(report.utf8).base64EncodedString())</Content>
        <GeneratedTime>2026-06-11T10:00:00Z</GeneratedTime>
        """
      )
    ),
    "versioning": (
      200, "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"
    ),
    "lifecycle": (404, "<Error><Code>NoSuchLifecycleConfiguration</Code></Error>"),
    "object-lock": (404, "<Error><Code>ObjectLockConfigurationNotFoundError</Code></Error>"),
    "website": (404, "<Error><Code>NoSuchWebsiteConfiguration</Code></Error>"),
    "MaxItems": (
      200, "<DistributionList><IsTruncated>false</IsTruncated></DistributionList>"
    ),
    "DescribeAlarms": (200, iam("DescribeAlarms", "<MetricAlarms/>")),
    "DescribeReportDefinitions": (
      200,
      #"{"ReportDefinitions":[{"ReportName":"monthly","S3Bucket":"bills-of-somebody-else"}]}"#
    ),
    "ListExports": (200, #"{"Exports":[{"ExportArn":"arn:1","ExportName":"focus"}]}"#),
    "GetExport": (400, #"{"__type":"AccessDeniedException","message":"no"}"#),
    "DescribeBudgets": (
      200,
      #"{"Budgets":[{"BudgetName":"monthly","BudgetType":"COST","TimeUnit":"MONTHLY"}]}"#
    ),
    "DescribeNotificationsForBudget": (200, #"{"Notifications":[]}"#),
    "GetCostAndUsage": (200, #"{"ResultsByTime":[]}"#),
  ]

  private static func ec2(_ name: String, _ body: String) -> String {
    "<\(name)Response>\(body)</\(name)Response>"
  }

  private static func iam(_ name: String, _ body: String) -> String {
    "<\(name)Response><\(name)Result>\(body)</\(name)Result></\(name)Response>"
  }
}
