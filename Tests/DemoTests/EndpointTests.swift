import AWSClient
import FoundationEssentials
import Testing

@testable import Demo

struct EndpointTests {
  private let endpoint = Endpoint(
    answers: Answer.all(
      in: """
        === ec2.DescribeVolumes
        200
        none
        === ec2.DescribeVolumes region=us-west-2
        200
        some
        === ec2.DescribeVolumes region=us-west-2 once
        503
        slow
        === s3.HeadBucket region=us-east-1 bucket=logs
        200 x-amz-bucket-region=us-east-1
        === s3.GetBucketAcl
        200
        acl
        === logs.DescribeLogGroups
        200
        {"at":<%epoch -1m%>}
        """
    )
  )

  @Test func theClosestAnswerIsGiven() throws {
    #expect(try text(.form("ec2", "eu-west-1", "Action=DescribeVolumes")) == "200 none")
    #expect(try text(.form("ec2", "us-west-2", "Action=DescribeVolumes")) == "503 slow")
    #expect(try text(.form("ec2", "us-west-2", "Action=DescribeVolumes")) == "200 some")
  }

  @Test func fillsThePlaceholders() throws {
    let request = HTTPRequest.json(
      "logs",
      "eu-west-1",
      "Logs_20140328.DescribeLogGroups",
      #"{"logGroupIdentifiers":["/a"]}"#
    )
    let response = try answer(request)
    #expect(String(decoding: response.body, as: UTF8.self) == #"{"at":940}"#)
    #expect(response.headers["content-type"] == "application/x-amz-json-1.1")
  }

  @Test func anUnsignedRequestIsRefused() throws {
    var request = HTTPRequest.form("ec2", "eu-west-1", "Action=DescribeVolumes")
    request.headers = []
    #expect(try answer(request).status == 403)
    #expect(try text(request).contains("<Code>MissingAuthenticationToken</Code>"))
  }

  @Test(arguments: [("ec2", "us-east-1"), ("s3", "eu-west-1")])
  func aSignatureForElsewhereIsRefused(_ service: String, _ region: String) throws {
    let request = HTTPRequest.signed(
      "POST",
      "https://ec2.eu-west-1.amazonaws.com/",
      service,
      region,
      body: "Action=DescribeVolumes"
    )
    #expect(try text(request).contains("<Code>SignatureDoesNotMatch</Code>"))
  }

  @Test(
    arguments: [
      HTTPRequest.form("ec2", "eu-west-1", "Action=DescribeVpcs"),
      .form("ec2", "me-south-1", "Action=DescribeVolumes"),
      .form("ec2", "eu-west-1", "Action=DescribeVolumes&NextToken=unheard-of"),
    ]
  )
  func theUnexpectedIsNotImplemented(_ request: HTTPRequest) throws {
    #expect(try answer(request).status == 501)
  }

  @Test func aBucketAnswersInItsRegion() throws {
    #expect(try text(.s3("us-east-1", "logs?acl=")) == "200 acl")
    let elsewhere = try answer(.s3("eu-west-1", "logs?acl="))
    #expect(elsewhere.status == 301)
    #expect(elsewhere.headers["x-amz-bucket-region"] == "us-east-1")
    #expect(!elsewhere.body.isEmpty)
  }

  @Test func anAnswerToHeadHasNoBody() throws {
    let elsewhere = try answer(.s3("eu-west-1", "logs", method: "HEAD"))
    #expect(elsewhere.status == 301)
    #expect(elsewhere.headers["x-amz-bucket-region"] == "us-east-1")
    #expect(elsewhere.body.isEmpty)
  }

  @Test func aBucketWithoutAHeadDoesNotExist() throws {
    #expect(try text(.s3("us-east-1", "other?acl=")).contains("<Code>NoSuchBucket</Code>"))
  }

  private func answer(_ request: HTTPRequest) throws -> HTTPResponse {
    endpoint.response(to: try Call(request), at: Date(timeIntervalSince1970: 1_000))
  }

  private func text(_ request: HTTPRequest) throws -> String {
    let response = try answer(request)
    return "\(response.status) \(String(decoding: response.body, as: UTF8.self))"
  }
}
