"""Answers like AWS, from a generated account of any size, with a set latency.

    load_server.py [--buckets N] [--volumes N] [--instances N] [--roles N] [--latency MS]
                   [--shielded] [--port N]

Serves on loopback and prints the port. `GET /counts` tells the requests so far by operation and
the largest number that were under way at once; `POST /counts` sets them back. Serves until its
standard input ends.
"""

import argparse
import asyncio
import collections
import json
import re
import sys
import urllib.parse

REGIONS = """ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2
ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2
us-west-1 us-west-2""".split()
ACCOUNT = "111122223333"
S3 = "http://s3.amazonaws.com/doc/2006-03-01/"
EC2 = "http://ec2.amazonaws.com/doc/2016-11-15/"
SCOPE = re.compile(rb"Credential=[^/]+/\d+/([^/]+)/([^/]+)/aws4_request")
TRUST = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D"
READ_ONLY = urllib.parse.quote(json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "*"}],
}))


def page(items, token, size):
    """One page of a list and the token of the next, empty at the end."""
    start = int(token or 0)
    end = min(start + size, len(items))
    return items[start:end], str(end) if end < len(items) else ""


class Account:
    def __init__(self, options):
        self.shielded = options.shielded
        self.buckets = [f"bucket-{n:06}" for n in range(options.buckets)]
        self.volumes = self.spread(options.volumes, "vol")
        self.instances = self.spread(options.instances, "i")
        self.roles = [f"role-{n:05}" for n in range(options.roles)]

    def spread(self, count, prefix):
        """Resources of each region: a third in the first one, the rest evenly."""
        regions = collections.defaultdict(list)
        for n in range(count):
            region = REGIONS[0] if n % 3 == 0 else REGIONS[n % len(REGIONS)]
            regions[region].append(f"{prefix}-{n:017x}")
        return regions

    def region_of(self, bucket):
        return REGIONS[int(bucket[-6:]) % len(REGIONS)]

    # Each answer: status, content type, body.

    def answer(self, service, region, method, path, query, headers, body):
        if service == "s3":
            if path.startswith("/v20180820/"):
                return self.s3_control(path)
            return self.s3(path, query)
        target = headers.get(b"x-amz-target")
        if target:
            return self.json(target.decode().rsplit(".", 1)[1], region)
        form = dict(urllib.parse.parse_qsl(body.decode()))
        return getattr(self, service)(form["Action"], form, region)

    def sts(self, action, form, region):
        return self.xml(action, f"""<{action}Response><{action}Result>
<Arn>arn:aws:iam::{ACCOUNT}:user/auditor</Arn><UserId>AIDAEXAMPLE</UserId>
<Account>{ACCOUNT}</Account></{action}Result></{action}Response>""")

    def iam(self, action, form, region):
        if action == "GetAccountSummary":
            entry = "<entry><key>AccountAccessKeysPresent</key><value>0</value></entry>"
            return self.xml(action, f"<{action}Response><{action}Result><SummaryMap>{entry}"
                            f"</SummaryMap></{action}Result></{action}Response>")
        roles, marker = page(self.roles, form.get("Marker"), 1000)
        details = "".join(self.role(role) for role in roles)
        more = f"<IsTruncated>{'true' if marker else 'false'}</IsTruncated>"
        more += f"<Marker>{marker}</Marker>" if marker else ""
        return self.xml(action, f"<{action}Response><{action}Result>{more}<UserDetailList/>"
                        f"<GroupDetailList/><RoleDetailList>{details}</RoleDetailList><Policies/>"
                        f"</{action}Result></{action}Response>")

    def role(self, name):
        profile = f"arn:aws:iam::{ACCOUNT}:instance-profile/{name}"
        return (f"<member><Path>/</Path><RoleName>{name}</RoleName><RoleId>AROA{name}</RoleId>"
                f"<Arn>arn:aws:iam::{ACCOUNT}:role/{name}</Arn>"
                f"<AssumeRolePolicyDocument>{TRUST}</AssumeRolePolicyDocument>"
                f"<InstanceProfileList><member><Arn>{profile}</Arn></member></InstanceProfileList>"
                f"<RolePolicyList><member><PolicyName>read</PolicyName><PolicyDocument>{READ_ONLY}"
                f"</PolicyDocument></member></RolePolicyList><AttachedManagedPolicies/></member>")

    def ec2(self, action, form, region):
        token = form.get("NextToken")
        if action == "DescribeRegions":
            inner = "<regionInfo>" + "".join(
                f"<item><regionName>{r}</regionName><optInStatus>opt-in-not-required</optInStatus>"
                f"</item>" for r in REGIONS) + "</regionInfo>"
        elif action == "GetEbsEncryptionByDefault":
            inner = "<ebsEncryptionByDefault>true</ebsEncryptionByDefault>"
        elif action == "DescribeVolumes":
            volumes, following = page(self.volumes[region], token, 500)
            inner = "<volumeSet>" + "".join(map(self.volume, volumes)) + "</volumeSet>"
            inner += f"<nextToken>{following}</nextToken>" if following else ""
        elif action == "DescribeInstances":
            instances, following = page(self.instances[region], token, 1000)
            inner = "<reservationSet>" + "".join(map(self.instance, instances))
            inner += "</reservationSet>"
            inner += f"<nextToken>{following}</nextToken>" if following else ""
        elif action == "DescribeVpcs":
            inner = (f"<vpcSet><item><vpcId>vpc-{region}</vpcId><ownerId>{ACCOUNT}</ownerId>"
                     "<cidrBlock>172.31.0.0/16</cidrBlock><isDefault>true</isDefault></item>"
                     "</vpcSet>")
        elif action == "DescribeFlowLogs":
            inner = (f"<flowLogSet><item><flowLogId>fl-{region}</flowLogId><resourceId>vpc-{region}"
                     "</resourceId><flowLogStatus>ACTIVE</flowLogStatus><deliverLogsStatus>SUCCESS"
                     "</deliverLogsStatus><trafficType>ALL</trafficType><logDestinationType>s3"
                     "</logDestinationType><logDestination>arn:aws:s3:::bucket-000000"
                     "</logDestination></item></flowLogSet>")
        else:
            inner = f"<{action[8].lower()}{action[9:]}Set/>"
        return self.xml(action, f'<{action}Response xmlns="{EC2}">{inner}</{action}Response>')

    def volume(self, identifier):
        sealed = "false" if identifier[-1] in "05" else "true"
        return (f"<item><volumeId>{identifier}</volumeId><size>100</size><status>in-use</status>"
                f"<encrypted>{sealed}</encrypted><volumeType>gp3</volumeType><attachmentSet/>"
                f"<tagSet><item><key>Name</key><value>data</value></item></tagSet></item>")

    def instance(self, identifier):
        return (f"<item><ownerId>{ACCOUNT}</ownerId><instancesSet><item><instanceId>{identifier}"
                "</instanceId><instanceState><code>16</code><name>running</name></instanceState>"
                f"<iamInstanceProfile><arn>arn:aws:iam::{ACCOUNT}:instance-profile/role-00000</arn>"
                "</iamInstanceProfile></item></instancesSet></item>")

    def json(self, action, region):
        trail = {
            "Name": "everything", "S3BucketName": self.buckets[0] if self.buckets else "none",
            "HomeRegion": "us-east-1", "IsMultiRegionTrail": True, "IsOrganizationTrail": False,
            "IncludeGlobalServiceEvents": True, "HasCustomEventSelectors": False,
            "TrailARN": f"arn:aws:cloudtrail:us-east-1:{ACCOUNT}:trail/everything",
        }
        answers = {
            "DescribeTrails": {"trailList": [trail]},
            "GetTrailStatus": {"IsLogging": True},
            "GetEventSelectors": {"EventSelectors": [
                {"ReadWriteType": "All", "IncludeManagementEvents": True, "DataResources": []}]},
            "DescribeLogGroups": {"logGroups": []},
        }
        return action, 200, b"application/x-amz-json-1.1", json.dumps(answers[action]).encode()

    def s3(self, path, query):
        bucket = path[1:].split("/")[0]
        if not bucket:
            fields = dict(urllib.parse.parse_qsl(query))
            names, token = page(self.buckets, fields.get("continuation-token"), 1000)
            items = "".join(
                f"<Bucket><Name>{n}</Name><CreationDate>2024-01-01T00:00:00.000Z</CreationDate>"
                f"<BucketRegion>{self.region_of(n)}</BucketRegion></Bucket>" for n in names)
            more = f"<ContinuationToken>{token}</ContinuationToken>" if token else ""
            return self.xml("ListBuckets", f'<ListAllMyBucketsResult xmlns="{S3}"><Buckets>{items}'
                            f"</Buckets>{more}</ListAllMyBucketsResult>")
        kind = query.split("=")[0]
        return self.xml(*self.sub_resource(kind, bucket))

    def sub_resource(self, kind, bucket):
        def element(name, inner):
            return f'<{name} xmlns="{S3}">{inner}</{name}>'
        if kind == "encryption":
            return "GetBucketEncryption", element(
                "ServerSideEncryptionConfiguration",
                "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
                "</ApplyServerSideEncryptionByDefault></Rule>")
        if kind == "logging":
            return "GetBucketLogging", element(
                "BucketLoggingStatus", f"<LoggingEnabled><TargetBucket>{self.buckets[0]}"
                f"</TargetBucket><TargetPrefix>{bucket}/</TargetPrefix></LoggingEnabled>")
        if kind == "publicAccessBlock":
            return "GetPublicAccessBlock", element(
                "PublicAccessBlockConfiguration", "".join(
                    f"<{name}>false</{name}>" for name in (
                        "BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy",
                        "RestrictPublicBuckets")))
        if kind == "policyStatus":
            return "GetBucketPolicyStatus", element("PolicyStatus", "<IsPublic>false</IsPublic>")
        if kind == "ownershipControls":
            return "GetBucketOwnershipControls", element(
                "OwnershipControls",
                "<Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule>")
        if kind == "acl":
            return "GetBucketAcl", element("AccessControlPolicy", "<AccessControlList/>")
        return kind, element("Error", "<Code>NoSuchBucketPolicy</Code>"), 404

    def s3_control(self, path):
        setting = "true" if self.shielded else "false"
        if path.endswith("/publicAccessBlock"):
            inner = "".join(f"<{name}>{setting}</{name}>" for name in (
                "BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy",
                "RestrictPublicBuckets"))
            return self.xml("GetAccountPublicAccessBlock", "<PublicAccessBlockConfiguration>"
                            f"{inner}</PublicAccessBlockConfiguration>")
        return self.xml("ListAccessPoints", "<ListAccessPointsResult><AccessPointList/>"
                        "</ListAccessPointsResult>")

    def xml(self, action, body, status=200):
        return action, status, b"text/xml", body.encode()


class Counts:
    def __init__(self):
        self.reset()

    def reset(self):
        self.by_operation = collections.Counter()
        self.under_way = 0
        self.most_at_once = 0


class Connection(asyncio.Protocol):
    def __init__(self, account, counts, latency):
        self.account, self.counts, self.latency = account, counts, latency
        self.buffer = b""

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.buffer += data
        while True:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            lines = self.buffer[:end].split(b"\r\n")
            headers = {}
            for line in lines[1:]:
                name, _, value = line.partition(b":")
                headers[name.lower()] = value.strip()
            length = int(headers.get(b"content-length", 0))
            if len(self.buffer) < end + 4 + length:
                return
            body = self.buffer[end + 4:end + 4 + length]
            self.buffer = self.buffer[end + 4 + length:]
            self.request(lines[0].decode(), headers, body)

    def request(self, line, headers, body):
        method, target, _ = line.split(" ")
        path, _, query = target.partition("?")
        if path == "/counts":
            return self.count(method)
        scope = SCOPE.search(headers.get(b"authorization", b""))
        if not scope:
            refusal = b"<Error><Code>MissingAuthenticationToken</Code></Error>"
            return self.respond(403, b"text/xml", refusal)
        region, service = scope[1].decode(), scope[2].decode()
        action, status, kind, answer = self.account.answer(
            service, region, method, path, query, headers, body)
        counts = self.counts
        counts.by_operation[action] += 1
        counts.under_way += 1
        counts.most_at_once = max(counts.most_at_once, counts.under_way)
        asyncio.get_running_loop().call_later(self.latency, self.finish, status, kind, answer)

    def finish(self, status, kind, answer):
        self.counts.under_way -= 1
        self.respond(status, kind, answer)

    def count(self, method):
        if method == "POST":
            self.counts.reset()
        report = {
            "calls": sum(self.counts.by_operation.values()),
            "mostAtOnce": self.counts.most_at_once,
            "byOperation": self.counts.by_operation,
        }
        self.respond(200, b"application/json", json.dumps(report).encode())

    def respond(self, status, kind, body):
        if not self.transport.is_closing():
            self.transport.write(
                b"HTTP/1.1 %d X\r\ncontent-type: %s\r\ncontent-length: %d\r\n\r\n%s"
                % (status, kind, len(body), body))


async def serve(options):
    loop = asyncio.get_running_loop()
    account, counts = Account(options), Counts()
    server = await loop.create_server(
        lambda: Connection(account, counts, options.latency / 1000), "127.0.0.1", options.port,
        backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--latency", type=float, default=50, help="milliseconds")
    parser.add_argument("--shielded", action="store_true", help="the account blocks public access")
    for name, default in (("buckets", 300), ("volumes", 1000), ("instances", 200), ("roles", 100)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asyncio.run(serve(parser.parse_args()))


main()
