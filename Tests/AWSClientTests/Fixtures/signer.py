"""Signs requests as botocore does.

Reads one line: a list of requests with date, keys, region, service, method, host, path, query,
headers and body. Prints one line: the list of their Authorization headers.
"""

import datetime
import json
import sys
from unittest import mock
from urllib.parse import quote

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials


def signed(request):
    pairs = [f"{quote(k, safe='-_.~')}={quote(v, safe='-_.~')}" for k, v in request["query"]]
    url = f"https://{request['host']}{request['path']}" + ("?" + "&".join(pairs) if pairs else "")
    aws = AWSRequest(method=request["method"], url=url, data=request["body"].encode(),
                     headers=dict(request["headers"]))
    keys = Credentials(request["key"], request["secret"], request.get("token"))
    kind = (botocore.auth.S3SigV4Auth if request["service"] == "s3" else botocore.auth.SigV4Auth)
    now = datetime.datetime.fromtimestamp(request["date"], datetime.timezone.utc)
    with mock.patch("botocore.auth.get_current_datetime", return_value=now):
        kind(keys, request["service"], request["region"]).add_auth(aws)
    return aws.headers["Authorization"]


print(json.dumps([signed(request) for request in json.loads(sys.stdin.readline())]))
