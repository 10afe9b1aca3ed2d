"""Reads the demo account's answers, as JSON on standard input, with botocore's own parsers.

Prints what is wrong with each, or one line when nothing is: names that the service's model does not
have, error answers without a code, and totals that differ from what the demo is meant to hold.
"""

import collections
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

import jmespath
from botocore.awsrequest import HeadersDict
from botocore.loaders import Loader
from botocore.model import ServiceModel
from botocore.parsers import create_parser

# What all successful answers to one call hold together.
TOTALS = {
    "sts.GetCallerIdentity": ("[Account]", 1),
    "iam.GetAccountSummary": ("[SummaryMap.AccountMFAEnabled]", 1),
    "iam.GenerateCredentialReport": ("[State]", 1),
    "iam.GetCredentialReport": ("[Content]", 1),
    "iam.GetPolicyVersion": ("[PolicyVersion.Document]", 1),
    "iam.GetAccountAuthorizationDetails": (
        "[UserDetailList, GroupDetailList, RoleDetailList, Policies][].Arn",
        16,
    ),
    "cloudtrail.DescribeTrails": ("trailList[].S3BucketName", 3),
    "cloudtrail.GetTrailStatus": ("[LatestDeliveryTime]", 2),
    "cloudtrail.GetEventSelectors": (
        "[EventSelectors[].ReadWriteType, AdvancedEventSelectors[].FieldSelectors[].Field][]",
        6,
    ),
    "logs.DescribeLogGroups": ("logGroups[].logGroupName", 2),
    "ec2.DescribeRegions": ("Regions[].OptInStatus", 21),
    "ec2.DescribeInstances": ("Reservations[].Instances[].InstanceId", 14),
    "ec2.DescribeVolumes": ("Volumes[].VolumeId", 40),
    "ec2.GetEbsEncryptionByDefault": ("[EbsEncryptionByDefault]", 3),
    "ec2.DescribeVpcs": ("Vpcs[].OwnerId", 7),
    "ec2.DescribeFlowLogs": ("FlowLogs[].LogDestination", 7),
    "ec2.DescribeSubnets": ("Subnets[].VpcId", 7),
    "s3.ListBuckets": ("Buckets[].CreationDate", 12),
    "s3.HeadBucket": ("[BucketRegion]", 12),
    # Its whole body is one name, which botocore reads after the parser.
    "s3.GetBucketLocation": ("[LocationConstraint]", 0),
    "s3.GetPublicAccessBlock": ("[PublicAccessBlockConfiguration.BlockPublicAcls]", 1),
    "s3.GetBucketPolicyStatus": ("[PolicyStatus.IsPublic]", 8),
    "s3.GetBucketPolicy": ("[Policy]", 8),
    "s3.GetBucketAcl": ("Grants[].Permission", 1),
    "s3.GetBucketOwnershipControls": ("OwnershipControls.Rules[].ObjectOwnership", 1),
    "s3.GetBucketEncryption": (
        "ServerSideEncryptionConfiguration.Rules[]"
        ".ApplyServerSideEncryptionByDefault.SSEAlgorithm",
        4,
    ),
    "s3.GetBucketLogging": ("[LoggingEnabled.TargetBucket]", 7),
    "s3.GetObjectLockConfiguration": ("[ObjectLockConfiguration]", 0),
    "s3.GetBucketVersioning": ("[Status]", 4),
    "s3.GetBucketLifecycleConfiguration": ("Rules[].ID", 7),
    "s3.GetBucketWebsite": ("[IndexDocument.Suffix]", 2),
    "cloudfront.ListDistributions": ("DistributionList.Items[].Origins.Items[].DomainName", 1),
    "cur.DescribeReportDefinitions": ("ReportDefinitions[].S3Bucket", 1),
    "bcm-data-exports.ListExports": ("Exports[].ExportArn", 1),
    "bcm-data-exports.GetExport": ("[Export.DestinationConfigurations.S3Destination.S3Bucket]", 1),
    "budgets.DescribeBudgets": ("Budgets[].BudgetLimit.Amount", 2),
    "budgets.DescribeNotificationsForBudget": ("Notifications[].Threshold", 1),
    "monitoring.DescribeAlarms": ("MetricAlarms[].AlarmActions[]", 1),
    "ce.GetCostAndUsage": ("ResultsByTime[].Groups[].Metrics.UnblendedCost.Amount", 7),
    "ec2.DescribeKeyPairs": ("KeyPairs[].KeyFingerprint", 6),
    "ec2.DescribeSecurityGroups": ("SecurityGroups[].IpPermissions[].IpProtocol", 6),
    "ec2.DescribeNetworkInterfaces": ("NetworkInterfaces[].Groups[].GroupId", 4),
    "iam.ListSAMLProviders": ("SAMLProviderList[].Arn", 0),
    "iam.ListOpenIDConnectProviders": ("OpenIDConnectProviderList[].Arn", 1),
    "s3-control.GetPublicAccessBlock": ("[PublicAccessBlockConfiguration]", 0),
    "s3-control.ListAccessPoints": ("AccessPointList[].Name", 2),
    "s3-control.GetAccessPoint": ("[PublicAccessBlockConfiguration.BlockPublicAcls]", 1),
    "s3-control.GetAccessPointPolicyStatus": ("[PolicyStatus.IsPublic]", 1),
}
ENVELOPE = {"ResponseMetadata", "RequestId", "requestId", "entry", "key", "value", "member", "item"}
# What botocore calls a service where its host has another name.
NAMES = {"s3-control": "s3control", "monitoring": "cloudwatch"}
# Keys of maps, which no model lists.
ENVELOPE.add("UnblendedCost")


def main():
    answers = json.load(sys.stdin)
    models = {}
    totals = collections.Counter()
    complaints = []
    for answer in answers:
        service, operation = answer["operation"].split(".")
        if service not in models:
            models[service] = model(service)
        parsed = parse(models[service], operation, answer)
        if answer["status"] >= 300:
            if not re.fullmatch(r"[A-Z][A-Za-z]+", parsed["Error"]["Code"]):
                complaints.append(f"{answer['operation']}: an error without a code")
            continue
        strays = names(answer["body"]) - known(models[service].operation_model(operation))
        if strays and operation != "GetBucketPolicy":
            complaints.append(f"{answer['operation']}: the model has no {sorted(strays)}")
        found = jmespath.search(TOTALS[answer["operation"]][0], parsed) or []
        totals[answer["operation"]] += sum(value is not None for value in found)
    for operation, (expression, expected) in TOTALS.items():
        if totals[operation] != expected:
            complaints.append(f"{operation}: {totals[operation]} of {expression}, not {expected}")
    print("\n".join(complaints) or f"{len(answers)} answers are as botocore expects")


def model(service):
    name = NAMES.get(service, service)
    return ServiceModel(Loader().load_service_model(name, "service-2"), name)


def parse(service, operation, answer):
    response = {
        "status_code": answer["status"],
        "headers": HeadersDict(answer["headers"]),
        "body": answer["body"].encode(),
    }
    shape = service.operation_model(operation).output_shape
    protocol = "query" if service.service_name == "cloudwatch" else service.resolved_protocol
    return create_parser(protocol).parse(response, shape)


def names(body):
    """Every element or member name of a body."""
    if body.lstrip().startswith("{"):
        return json_names(json.loads(body))
    if not body.strip():
        return set()
    root = ElementTree.fromstring(body)
    return {element.tag.rpartition("}")[2] for element in root.iter() if element is not root}


def json_names(value):
    if isinstance(value, list):
        return set().union(*map(json_names, value))
    if not isinstance(value, dict):
        return set()
    return set(value) | set().union(*map(json_names, value.values()))


def known(operation):
    """Every name that an answer may have, however deep."""
    found = ENVELOPE | {f"{operation.name}Result"}
    seen = set()
    open_shapes = [operation.output_shape] if operation.output_shape else []
    while open_shapes:
        shape = open_shapes.pop()
        if shape.name in seen:
            continue
        seen.add(shape.name)
        if shape.type_name == "structure":
            for name, member in shape.members.items():
                found |= {name, member.serialization.get("name", name)}
                open_shapes.append(member)
        elif shape.type_name == "list":
            found.add(shape.member.serialization.get("name", "member"))
            open_shapes.append(shape.member)
        elif shape.type_name == "map":
            open_shapes.append(shape.value)
    return found


if __name__ == "__main__":
    main()
