"""Writes signatures.json: requests and the signatures botocore gives them at a fixed time.

Usage: python3 signatures.py > signatures.json
"""

import datetime
import json
from unittest import mock
from urllib.parse import quote

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

NOW = datetime.datetime(2026, 3, 9, 23, 59, 58, tzinfo=datetime.timezone.utc)
ACCESS_KEY = "AKIDEXAMPLE"
SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TOKEN = "FwoGZXIvYXdzEXAMPLE/token+with=signs=="
FORM = [["content-type", "application/x-www-form-urlencoded; charset=utf-8"]]


def case(name, service, host, region="us-east-1", method="GET", path="/", query=(), headers=(),
         body="", token=None):
    return dict(name=name, signingName=service, host=host, region=region, method=method, path=path,
                query=[list(pair) for pair in query], headers=[list(pair) for pair in headers],
                body=body, token=token)


def json_call(target):
    return [["content-type", "application/x-amz-json-1.1"], ["x-amz-target", target]]


def s3(name, path="/", query=(), region="ap-northeast-1", host=None, **rest):
    return case(name, "s3", host or f"s3.{region}.amazonaws.com", region, path=path, query=query,
                **rest)


EC2 = "ec2.ap-northeast-1.amazonaws.com"
CASES = [
    case("EC2 query POST", "ec2", EC2, "ap-northeast-1", "POST", headers=FORM,
         body="Action=DescribeVolumes&Version=2016-11-15&MaxResults=500"),
    case("EC2 query GET", "ec2", EC2, "ap-northeast-1",
         query=[("Action", "DescribeRegions"), ("Version", "2016-11-15")]),
    case("IAM POST, global endpoint", "iam", "iam.amazonaws.com", method="POST", headers=FORM,
         body="Action=GetAccountSummary&Version=2010-05-08"),
    case("STS POST with a session token", "sts", "sts.eu-west-1.amazonaws.com", "eu-west-1",
         "POST", headers=FORM, body="Action=GetCallerIdentity&Version=2011-06-15", token=TOKEN),
    case("query keys out of order", "iam", "iam.amazonaws.com",
         query=[("b", "2"), ("a", "1"), ("B", "3"), ("a-b", "4"), ("a.b", "5"), ("aa", "6")]),
    case("query keys that repeat", "iam", "iam.amazonaws.com",
         query=[("k", "z"), ("k", "a"), ("k", ""), ("j", "1"), ("k", "M")]),
    case("query values with marks", "iam", "iam.amazonaws.com",
         query=[("m", "~!*'()"), ("n", "a b+c/d=e&f%g"), ("o", "é"), ("p", "日本")]),
    case("encoded names sort after encoding", "iam", "iam.amazonaws.com",
         query=[("é", "1"), ("z", "2"), ("Z", "3"), ("_", "4"), ("~", "5"), ("%", "6")]),
    case("JSON with Japanese", "cloudtrail", "cloudtrail.ap-northeast-1.amazonaws.com",
         "ap-northeast-1", "POST",
         headers=json_call("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.GetTrailStatus"),
         body='{"Name":"監査証跡"}'),
    case("JSON with a token", "logs", "logs.us-west-2.amazonaws.com", "us-west-2", "POST",
         headers=json_call("Logs_20140328.DescribeLogGroups"), body='{"limit":50}', token=TOKEN),
    case("REST path", "lambda", "lambda.us-east-1.amazonaws.com",
         path="/2015-03-31/functions/my-function/configuration"),
    case("ARN in a path is encoded twice", "lambda", "lambda.us-east-1.amazonaws.com",
         path="/2017-03-31/tags/arn%3Aaws%3Alambda%3Aus-east-1%3A111122223333%3Afunction%3Af"),
    case("space in a path", "lambda", "lambda.us-east-1.amazonaws.com", path="/a%20b/c"),
    case("dot segments", "execute-api", "example.amazonaws.com", path="/a/./b/../c"),
    case("dot segments above the root", "execute-api", "example.amazonaws.com", path="/../../a"),
    case("double slashes", "execute-api", "example.amazonaws.com", path="//a///b//"),
    case("trailing slash", "execute-api", "example.amazonaws.com", path="/a/b/"),
    case("only dots", "execute-api", "example.amazonaws.com", path="/./"),
    case("another port", "ec2", "localhost:5000", method="POST", headers=FORM,
         body="Action=DescribeVpcs&Version=2016-11-15"),
    case("header with runs of spaces", "ec2", EC2, "ap-northeast-1", "POST",
         headers=FORM + [["x-amz-note", "  a   b  c "]], body="Action=DescribeVpcs"),
    case("headers that are not signed", "ec2", EC2, "ap-northeast-1", "POST",
         headers=FORM + [["user-agent", "ascheck/1"], ["x-amzn-trace-id", "Root=1"]], body="A=B"),
    case("China", "ec2", "ec2.cn-north-1.amazonaws.com.cn", "cn-north-1", "POST", headers=FORM,
         body="Action=DescribeInstances&Version=2016-11-15"),
    case("GovCloud IAM", "iam", "iam.us-gov.amazonaws.com", "us-gov-west-1", "POST", headers=FORM,
         body="Action=GetAccountAuthorizationDetails&Version=2010-05-08"),
    s3("S3 list of buckets", query=[("max-buckets", "1000"), ("continuation-token", "a/b+c=")]),
    s3("S3 sub-resource", "/my-bucket", [("publicAccessBlock", "")]),
    s3("S3 policy with a token", "/my-bucket", [("policy", "")], token=TOKEN),
    s3("S3 dotted bucket", "/my.dotted.bucket", [("acl", "")], region="eu-central-1"),
    s3("S3 key in Japanese", "/my-bucket/" + quote("日本語/キー"), region="us-east-1"),
    s3("S3 key with dots and double slashes", "/my-bucket/a/./b/../c//d"),
    s3("S3 key with a percent sign", "/my-bucket/100%25"),
    s3("S3 HEAD", "/my-bucket", method="HEAD"),
    s3("S3 PUT with a body", "/my-bucket/k", method="PUT", body="<x>内容</x>"),
    s3("S3 in China", "/b", [("encryption", "")], region="cn-northwest-1",
       host="s3.cn-northwest-1.amazonaws.com.cn"),
    s3("S3 Control", "/v20180820/configuration/publicAccessBlock", region="us-east-1",
       host="111122223333.s3-control.us-east-1.amazonaws.com",
       headers=[["x-amz-account-id", "111122223333"]]),
    s3("S3 Control access points", "/v20180820/accesspoint",
       [("maxResults", "1000"), ("bucket", "my-bucket")],
       host="111122223333.s3-control.ap-northeast-1.amazonaws.com",
       headers=[["x-amz-account-id", "111122223333"]], token=TOKEN),
]


def url(request):
    pairs = [f"{quote(k, safe='-_.~')}={quote(v, safe='-_.~')}" for k, v in request["query"]]
    scheme = "http" if ":" in request["host"] else "https"
    query = "?" + "&".join(pairs) if pairs else ""
    return f"{scheme}://{request['host']}{request['path']}{query}"


def signed(request):
    body = request["body"].encode()
    aws = AWSRequest(method=request["method"], url=url(request), data=body,
                     headers=dict(request["headers"]))
    credentials = Credentials(ACCESS_KEY, SECRET, request["token"])
    kind = botocore.auth.S3SigV4Auth if request["signingName"] == "s3" else botocore.auth.SigV4Auth
    with mock.patch("botocore.auth.get_current_datetime", return_value=NOW):
        kind(credentials, request["signingName"], request["region"]).add_auth(aws)
    return dict(request, authorization=aws.headers["Authorization"])


def line(value):
    return json.dumps(value, ensure_ascii=False)


head = line(dict(date=NOW.isoformat().replace("+00:00", "Z"), accessKeyID=ACCESS_KEY,
                 secret=SECRET))
print(head[:-1] + ', "cases": [\n ' + ",\n ".join(line(signed(c)) for c in CASES) + "\n]}")
