"""Writes endpoints.json: where botocore sends a call of each service, by region and switch.

Usage: python3 endpoints.py > endpoints.json
"""

import json
from urllib.parse import urlparse

import botocore.session
from botocore.config import Config

REGIONS = ["us-east-1", "ap-northeast-1", "cn-north-1", "cn-northwest-1", "us-gov-west-1",
           "us-gov-east-1", "eusc-de-east-1", "us-iso-east-1", "us-iso-west-1", "us-isob-east-1",
           "eu-isoe-west-1", "us-isof-south-1"]
TOKEN = dict(clientId="a", refreshToken="b", grantType="refresh_token")
CALLS = {
    "STS": ("sts", "get_caller_identity", {}),
    "IAM": ("iam", "list_users", {}),
    "EC2": ("ec2", "describe_regions", {}),
    "CLOUDTRAIL": ("cloudtrail", "describe_trails", {}),
    "CLOUDWATCH_LOGS": ("logs", "describe_log_groups", {}),
    "S3": ("s3", "list_buckets", {}),
    "S3_CONTROL": ("s3control", "get_public_access_block", dict(AccountId="111122223333")),
    "SSO": ("sso", "get_role_credentials", dict(roleName="a", accountId="1", accessToken="x")),
    "SSO_OIDC": ("sso-oidc", "create_token", dict(clientSecret="c", **TOKEN)),
    "SIGNIN": ("signin", "create_o_auth2_token", dict(tokenInput=TOKEN)),
    "COST_AND_USAGE_REPORT_SERVICE": ("cur", "describe_report_definitions", {}),
    "BCM_DATA_EXPORTS": ("bcm-data-exports", "list_exports", {}),
    "ORGANIZATIONS": ("organizations", "list_accounts", {}),
    "BUDGETS": ("budgets", "describe_budgets", dict(AccountId="111122223333")),
    "COST_EXPLORER": ("ce", "get_cost_and_usage", dict(
        TimePeriod=dict(Start="2026-01-01", End="2026-02-01"), Granularity="MONTHLY",
        Metrics=["UnblendedCost"])),
    "CLOUDFRONT": ("cloudfront", "list_distributions", {}),
    "CLOUDWATCH": ("cloudwatch", "describe_alarms", {}),
}
# What is asked only where a partition is billed, and only where bills can be read at all.
BILLED = {"us-east-1": "us-east-1", "ap-northeast-1": "us-east-1",
          "cn-north-1": "cn-northwest-1", "cn-northwest-1": "cn-northwest-1",
          "us-gov-west-1": "us-gov-west-1", "us-gov-east-1": "us-gov-west-1",
          "eusc-de-east-1": "eusc-de-east-1"}
BILLING = list(CALLS)[list(CALLS).index("COST_AND_USAGE_REPORT_SERVICE"):]


class Sent(Exception):
    pass


def where(service, region, fips, dual):
    name, operation, arguments = CALLS[service]
    sent = {}

    def stop(request, **_):
        sent["host"] = urlparse(request.url).netloc
        sent["authorization"] = request.headers.get("Authorization", "")
        raise Sent

    try:
        client = botocore.session.Session().create_client(
            name, region_name=region, aws_access_key_id="a", aws_secret_access_key="b",
            config=Config(use_fips_endpoint=fips, use_dualstack_endpoint=dual,
                          s3=dict(us_east_1_regional_endpoint="regional")))
        client.meta.events.register("before-send", stop)
        getattr(client, operation)(**arguments)
    except Sent:
        scope = sent["authorization"]
        scope = scope.decode() if isinstance(scope, bytes) else scope
        return dict(host=sent["host"], signedFor=scope.split("/")[2] if scope else None)
    except Exception:
        return dict(host=None, signedFor=None)


print("[\n " + ",\n ".join(
    json.dumps(dict(service=service, region=region, fips=fips, dualStack=dual,
                    **where(service, BILLED[region] if service in BILLING else region, fips, dual)))
    for service in CALLS for region in (BILLED if service in BILLING else REGIONS)
    for fips in (False, True) for dual in (False, True)) + "\n]")
