"""An AWS account to scan: moto over HTTP on loopback, seeded with what every row looks for.

    moto_account.py [--root-key] [--empty]

Prints one line of JSON: the port, and what was seeded, as {row: {resource name: [status, reason]}}.
Serves until its standard input ends. Lines on standard input change the account meanwhile:

    heal BUCKET          removes the bucket's policy and its public grants
    addkey NAME          makes a key pair in the home region
    grant everything     turns IAM enforcement and signature checks on for the user `auditor`, who
                         may do everything
    grant nothing        the same, but the user may only ask who it is
"""

import argparse
import json
import logging
import os
import sys
import urllib.request

os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
os.environ.update(AWS_ACCESS_KEY_ID="testing", AWS_SECRET_ACCESS_KEY="testing")

import boto3
from moto.iam.models import iam_backends
from moto.server import ThreadedMotoServer

ACCOUNT = "123456789012"
HOME, SECOND = "us-east-1", "ap-northeast-1"
ADMIN = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}],
}
EC2_TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"Service": "ec2.amazonaws.com"},
            "Action": "sts:AssumeRole",
        }
    ],
}


class Account:
    def __init__(self, port):
        self.endpoint = f"http://127.0.0.1:{port}"
        self.expected = {}

    def client(self, service, region=HOME):
        return boto3.client(service, region_name=region, endpoint_url=self.endpoint)

    def expect(self, row, name, status, reason):
        self.expected.setdefault(row, {})[name] = [status, reason]

    def seed(self):
        self.seed_s3()
        self.seed_cloudtrail()
        self.seed_iam()
        self.seed_ec2()
        self.seed_flow_logs()

    # S3 and ASC 12, 13, 16, 02-01

    def bucket(self, name, region=HOME):
        s3 = self.client("s3", region)
        place = {"CreateBucketConfiguration": {"LocationConstraint": region}}
        s3.create_bucket(Bucket=name, **({} if region == HOME else place))
        return s3

    def policy(self, s3, bucket, principal, action="s3:GetObject", condition=None):
        statement = {
            "Sid": "Read", "Effect": "Allow", "Principal": principal, "Action": action,
            "Resource": f"arn:aws:s3:::{bucket}/*",
        }
        if condition:
            statement["Condition"] = condition
        s3.put_bucket_policy(
            Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        )

    def seed_s3(self):
        s3 = self.bucket("acl-public")
        s3.put_bucket_acl(Bucket="acl-public", ACL="public-read")
        self.expect("ASC 12", "acl-public", "alert", "publicAcl")

        s3 = self.bucket("policy-public", SECOND)
        self.policy(s3, "policy-public", {"AWS": ["*"]})
        self.expect("ASC 12", "policy-public", "alert", "publicPolicy")

        s3 = self.bucket("organization-only")
        self.policy(
            s3, "organization-only", "*",
            condition={"StringEquals": {"aws:PrincipalOrgID": "o-exampleorgid"}},
        )
        self.expect("ASC 12", "organization-only", "pass", None)

        s3 = self.bucket("shielded")
        self.policy(s3, "shielded", "*")
        s3.put_public_access_block(
            Bucket="shielded",
            PublicAccessBlockConfiguration={
                "BlockPublicAcls": True, "IgnorePublicAcls": True,
                "BlockPublicPolicy": True, "RestrictPublicBuckets": True,
            },
        )
        s3.put_bucket_encryption(
            Bucket="shielded",
            ServerSideEncryptionConfiguration={
                "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]
            },
        )
        self.expect("ASC 12", "shielded", "pass", None)
        self.expect("ASC 13", "shielded", "pass", None)
        self.expect("ASC 13", "acl-public", "alert", "noDefaultEncryption")

        s3 = self.bucket("access-logs")
        self.policy(s3, "access-logs", {"Service": "logging.s3.amazonaws.com"}, "s3:PutObject")
        s3.put_bucket_logging(
            Bucket="shielded",
            BucketLoggingStatus={
                "LoggingEnabled": {"TargetBucket": "access-logs", "TargetPrefix": "shielded/"}
            },
        )
        self.expect("ASC 16", "shielded", "pass", None)
        self.expect("ASC 16", "access-logs", "notApplicable", "logTarget")
        self.expect("ASC 16", "acl-public", "alert", "noAccessLogging")

    def seed_cloudtrail(self):
        s3 = self.bucket("trail-logs")
        self.policy(s3, "trail-logs", "*")
        self.bucket("quiet-trail-logs")
        trail = self.client("cloudtrail")
        trail.create_trail(Name="home-only", S3BucketName="trail-logs", IsMultiRegionTrail=False)
        trail.start_logging(Name="home-only")
        second = self.client("cloudtrail", SECOND)
        second.create_trail(Name="stopped", S3BucketName="quiet-trail-logs")
        self.expect("ASC 02-01", "trail-logs", "alert", "publicPolicy")
        self.expect("ASC 02-01", "quiet-trail-logs", "pass", None)
        self.expect("ASC 03", HOME, "pass", None)
        self.expect("ASC 03", SECOND, "alert", "trailStopped")
        self.expect("ASC 03", "eu-west-1", "alert", "noTrail")

    # IAM and ASC 01, 04

    def seed_iam(self):
        self.expect("ASC 01", "root", "pass", None)
        iam = self.client("iam")
        iam.create_role(RoleName="inline-admin", AssumeRolePolicyDocument=json.dumps(EC2_TRUST))
        iam.put_role_policy(
            RoleName="inline-admin", PolicyName="everything", PolicyDocument=json.dumps(ADMIN)
        )
        self.expect("ASC 04", "inline-admin", "alert", "adminLiteral")

        guarded = json.loads(json.dumps(ADMIN))
        guarded["Statement"][0]["Condition"] = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
        iam.create_user(UserName="mfa-admin")
        iam.put_user_policy(
            UserName="mfa-admin", PolicyName="with-mfa", PolicyDocument=json.dumps(guarded)
        )
        self.expect("ASC 04", "mfa-admin", "alert", "adminConditional")

        iam.create_group(GroupName="administrators")
        iam.attach_group_policy(
            GroupName="administrators", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess"
        )
        self.expect("ASC 04", "administrators", "alert", "adminLiteral")

        iam.create_policy(PolicyName="unattached-admin", PolicyDocument=json.dumps(ADMIN))
        iam.create_role(RoleName="reader", AssumeRolePolicyDocument=json.dumps(EC2_TRUST))
        iam.attach_role_policy(
            RoleName="reader", PolicyArn="arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
        )
        self.expect("ASC 04", "reader", "pass", None)
        iam.create_instance_profile(InstanceProfileName="reader")
        iam.add_role_to_instance_profile(InstanceProfileName="reader", RoleName="reader")
        iam.create_instance_profile(InstanceProfileName="hollow")

    # EC2 and ASC 07, 10

    def seed_ec2(self):
        ec2 = self.client("ec2", SECOND)
        zone = SECOND + "a"
        plain = ec2.create_volume(AvailabilityZone=zone, Size=8)["VolumeId"]
        sealed = ec2.create_volume(AvailabilityZone=zone, Size=8, Encrypted=True)["VolumeId"]
        self.expect("ASC 07", plain, "alert", "volumeUnencrypted")
        self.expect("ASC 07", sealed, "pass", None)

        image = ec2.describe_images()["Images"][0]["ImageId"]

        def run(profile=None):
            extra = {"IamInstanceProfile": {"Name": profile}} if profile else {}
            answer = ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1, **extra)
            return answer["Instances"][0]["InstanceId"]

        self.expect("ASC 10", run("reader"), "pass", None)
        self.expect("ASC 10", run("hollow"), "alert", "profileWithoutRole")
        self.expect("ASC 10", run(), "alert", "noInstanceProfile")
        gone = run()
        ec2.terminate_instances(InstanceIds=[gone])

    def seed_flow_logs(self):
        ec2, logs = self.client("ec2", SECOND), self.client("logs", SECOND)
        vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
        logs.create_log_group(logGroupName="flow")
        logs.put_retention_policy(logGroupName="flow", retentionInDays=90)
        ec2.create_flow_logs(
            ResourceType="VPC", ResourceIds=[vpc], TrafficType="ALL", LogGroupName="flow",
            DeliverLogsPermissionArn=f"arn:aws:iam::{ACCOUNT}:role/flow",
        )
        self.expect("ASC 08", vpc, "pass", None)
        for region in (HOME, SECOND):
            for default in self.client("ec2", region).describe_vpcs(
                Filters=[{"Name": "is-default", "Values": ["true"]}]
            )["Vpcs"]:
                self.expect("ASC 08", default["VpcId"], "alert", "noFlowLog")

    def auditor_key(self):
        iam = self.client("iam")
        iam.create_user(UserName="auditor")
        key = iam.create_access_key(UserName="auditor")["AccessKey"]
        return [key["AccessKeyId"], key["SecretAccessKey"]]

    # Changes while a test looks on

    def obey(self, line):
        verb, argument = line.split()
        if verb == "heal":
            s3 = self.client("s3")
            s3.delete_bucket_policy(Bucket=argument)
            s3.put_bucket_acl(Bucket=argument, ACL="private")
        elif verb == "addkey":
            self.client("ec2").create_key_pair(KeyName=argument)
        elif verb == "grant":
            # AWS answers GetCallerIdentity whatever the policies say; moto wants it allowed.
            action = "*" if argument == "everything" else "sts:GetCallerIdentity"
            statement = {"Effect": "Allow", "Action": action, "Resource": "*"}
            document = {"Version": "2012-10-17", "Statement": [statement]}
            self.client("iam").put_user_policy(
                UserName="auditor", PolicyName="all", PolicyDocument=json.dumps(document)
            )
            url = self.endpoint + "/moto-api/reset-auth"
            plain = {"Content-Type": "text/plain"}
            urllib.request.urlopen(urllib.request.Request(url, b"0", plain, method="POST"))
        else:
            raise SystemExit(f"no such change: {line}")


def main():
    # moto prints complaints about services that it lacks, which must not pass for answers.
    answers, sys.stdout = sys.stdout, sys.stderr
    parser = argparse.ArgumentParser()
    parser.add_argument("--root-key", action="store_true")
    parser.add_argument("--empty", action="store_true")
    options = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    account = Account(server.get_host_and_port()[1])
    if not options.empty:
        account.seed()
    if options.root_key:
        summary = iam_backends[ACCOUNT]["aws"].account_summary
        summary._account_access_keys_present = 1
        account.expect("ASC 01", "root", "alert", "rootKeyPresent")
    port = server.get_host_and_port()[1]
    key = account.auditor_key()
    seeded = {"port": port, "key": key, "expected": account.expected}
    print(json.dumps(seeded), file=answers, flush=True)
    for line in sys.stdin:
        if line.strip():
            account.obey(line)
            print("done", file=answers, flush=True)
    server.stop()


main()
