import AWSClient
import Testing

@testable import Demo

struct CallTests {
  @Test func readsAForm() throws {
    let call = try Call(.form("ec2", "eu-west-1", "Action=DescribeVolumes&NextToken=a%2Fb+c"))
    #expect(call.service == "ec2")
    #expect(call.region == "eu-west-1")
    #expect(call.operation == "DescribeVolumes")
    #expect(call.parameters["NextToken"] == "a/b c")
  }

  @Test func readsTheGlobalEndpointOfIAM() throws {
    let call = try Call(.form("iam", "us-east-1", "Action=GetAccountSummary"))
    #expect(call.service == "iam")
    #expect(call.region == "us-east-1")
  }

  @Test func readsJSON() throws {
    let call = try Call(
      .json(
        "cloudtrail",
        "us-east-1",
        "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.GetTrailStatus",
        #"{"Name":"arn:aws:cloudtrail:us-east-1:123456789012:trail/a","other":[1]}"#
      )
    )
    #expect(call.operation == "GetTrailStatus")
    #expect(call.parameters == ["Name": "arn:aws:cloudtrail:us-east-1:123456789012:trail/a"])
  }

  @Test(
    arguments: [
      ("logs?acl=", "GetBucketAcl"), ("logs?encryption", "GetBucketEncryption"),
      ("logs?location", "GetBucketLocation"), ("logs?logging", "GetBucketLogging"),
      ("logs?object-lock=", "GetObjectLockConfiguration"),
      ("logs?ownershipControls=", "GetBucketOwnershipControls"),
      ("logs?policy=", "GetBucketPolicy"), ("logs?policyStatus=", "GetBucketPolicyStatus"),
      ("logs?publicAccessBlock=", "GetPublicAccessBlock"),
    ]
  )
  func readsASubresource(_ path: String, _ operation: String) throws {
    let call = try Call(.s3("us-east-1", path))
    #expect(call.operation == operation)
    #expect(call.parameters == ["bucket": "logs"])
  }

  @Test func readsTheListOfBuckets() throws {
    let call = try Call(.s3("us-east-1", "?max-buckets=1000"))
    #expect(call.operation == "ListBuckets")
    #expect(call.parameters == ["max-buckets": "1000"])
  }

  @Test func readsTheHeadOfABucket() throws {
    #expect(try Call(.s3("us-east-1", "logs", method: "HEAD")).operation == "HeadBucket")
  }

  @Test(
    arguments: [
      ("configuration/publicAccessBlock", "GetPublicAccessBlock", [:]),
      ("accesspoint?maxResults=1000", "ListAccessPoints", ["maxResults": "1000"]),
      ("accesspoint/feed", "GetAccessPoint", ["name": "feed"]),
      ("accesspoint/feed/policyStatus", "GetAccessPointPolicyStatus", ["name": "feed"]),
    ]
  )
  func readsS3Control(_ path: String, _ operation: String, _ parameters: [String: String]) throws {
    let call = try Call(.s3Control("us-west-2", path))
    #expect(call.service == "s3-control")
    #expect(call.region == "us-west-2")
    #expect(call.operation == operation)
    #expect(call.parameters == parameters)
  }

  @Test(
    arguments: [
      HTTPRequest.signed("GET", "https://example.com/", "s3", "us-east-1"),
      .form("ec2", "us-east-1", "Version=2016-11-15"),
      .signed("POST", "https://logs.us-east-1.amazonaws.com/", "logs", "us-east-1", body: "{}"),
      .json("logs", "us-east-1", "Logs_20140328.DescribeLogGroups", "<xml/>"),
      .s3("us-east-1", "logs?tagging="), .s3("us-east-1", "logs/2026/01.gz"),
      .s3Control("us-east-1", "jobs"),
    ]
  )
  func doesNotGuess(_ request: HTTPRequest) {
    #expect(throws: Call.Misunderstood.self) { try Call(request) }
  }

  @Test func readsTheScopeOfASignature() throws {
    let scope = CredentialScope(region: "eu-west-1", service: "ec2")
    #expect(try Call(.form("ec2", "eu-west-1", "Action=DescribeVpcs")).scope == scope)
  }

  @Test(
    arguments: [
      "Bearer abc", "AWS4-HMAC-SHA256 Credential=A/20261123/eu-west-1/ec2/aws4_request",
      "AWS4-HMAC-SHA256 Credential=A/20261123/eu-west-1/ec2/aws4_request, SignedHeaders=host, "
        + "Signature=0a",
    ]
  )
  func halfASignatureIsNone(_ authorization: String) {
    #expect(CredentialScope(authorization) == nil)
  }
}
