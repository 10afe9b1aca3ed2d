/* What reviewers of manual rows are shown. */
#include "evidence.h"

#include "account.h"

#define EMPTY "<Error><Code>%s</Code></Error>"

bool evidence_iam(const char *action, struct text *out) {
  /* One user, `root`, with a password and no keys. */
  static const char report[] =
      "dXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1lLGFjY2Vzc19rZXlfMV9hY3RpdmUsYWNjZXNzX2tleV8yX2FjdGl2ZQo8"
      "cm9vdF9hY2NvdW50Pixhcm46YXdzOmlhbTo6MTExMTIyMjIzMzMzOnJvb3QsMjAyNC0wMS0wMVQwMDowMDowMCswMDow"
      "MCxmYWxzZSxmYWxzZQo=";
  if (!strcmp(action, "GenerateCredentialReport"))
    text_print(out, "<State>COMPLETE</State>");
  else if (!strcmp(action, "GetCredentialReport"))
    text_print(out, "<GeneratedTime>2026-01-01T00:00:00Z</GeneratedTime><ReportFormat>text/csv"
                    "</ReportFormat><Content>%s</Content>", report);
  else if (!strcmp(action, "ListSAMLProviders"))
    text_print(out, "<SAMLProviderList/>");
  else if (!strcmp(action, "ListOpenIDConnectProviders"))
    text_print(out, "<OpenIDConnectProviderList/>");
  else
    return false;
  return true;
}

void evidence_ec2(const char *region, const char *action, struct text *out) {
  if (!strcmp(action, "DescribeKeyPairs"))
    text_print(out, "<keySet><item><keyPairId>key-%s</keyPairId><keyName>admin</keyName>"
                    "<keyType>ed25519</keyType></item></keySet>", region);
  else if (!strcmp(action, "DescribeSecurityGroups"))
    text_print(out, "<securityGroupInfo><item><groupId>sg-%s</groupId><groupName>default"
                    "</groupName><ownerId>" ACCOUNT "</ownerId><vpcId>vpc-%s</vpcId>"
                    "<ipPermissions/></item></securityGroupInfo>", region, region);
  else if (!strcmp(action, "DescribeNetworkInterfaces"))
    text_print(out, "<networkInterfaceSet/>");
}

bool evidence_json(const char *action, struct text *out) {
  if (!strcmp(action, "DescribeBudgets")) text_print(out, "{\"Budgets\": []}");
  else if (!strcmp(action, "DescribeReportDefinitions"))
    text_print(out, "{\"ReportDefinitions\": []}");
  else if (!strcmp(action, "ListExports")) text_print(out, "{\"Exports\": []}");
  else return false;
  return true;
}

void evidence_alarms(struct text *out) {
  text_print(out, "<DescribeAlarmsResponse><DescribeAlarmsResult><MetricAlarms/>"
                  "</DescribeAlarmsResult></DescribeAlarmsResponse>");
}

void evidence_distributions(struct text *out) {
  text_print(out, "<DistributionList><IsTruncated>false</IsTruncated><Quantity>0</Quantity>"
                  "</DistributionList>");
}

int evidence_bucket(const char *kind, struct text *out) {
  if (!strcmp(kind, "versioning")) {
    text_print(out, "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    return 200;
  }
  if (!strcmp(kind, "lifecycle")) text_print(out, EMPTY, "NoSuchLifecycleConfiguration");
  else if (!strcmp(kind, "website")) text_print(out, EMPTY, "NoSuchWebsiteConfiguration");
  else text_print(out, EMPTY, "NoSuchBucketPolicy");
  return 404;
}
