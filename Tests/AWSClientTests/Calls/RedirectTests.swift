import AWSOperations
import Domain
import TestSupport
import Testing

@testable import AWSClient

struct RedirectTests {
  static let acl = "<AccessControlPolicy><AccessControlList/></AccessControlPolicy>"

  struct Line: Sendable, CustomTestStringConvertible {
    let status: Int
    let code: String
    var more = ""
    var headers: [String: String] = [:]

    var testDescription: String { "\(status) \(code) \(more) \(headers)" }
  }

  @Test(arguments: [
    Line(status: 301, code: "PermanentRedirect", headers: ["x-amz-bucket-region": "eu-west-1"]),
    Line(
      status: 301,
      code: "PermanentRedirect",
      more: "<Endpoint>b.s3-eu-west-1.amazonaws.com</Endpoint>"
    ),
    Line(
      status: 307,
      code: "TemporaryRedirect",
      headers: ["location": "https://s3.eu-west-1.amazonaws.com/b"]
    ),
    Line(status: 400, code: "AuthorizationHeaderMalformed", more: "<Region>eu-west-1</Region>"),
    Line(
      status: 400,
      code: "IllegalLocationConstraintException",
      headers: ["x-amz-bucket-region": "eu-west-1"]
    ),
  ])
  func asksAgainSignedForTheBucketsRegion(_ line: Line) async throws {
    let script = ScriptedTransport([
      .text(line.status, Answers.error(line.code, line.more), line.headers), .text(200, Self.acl),
    ])
    _ = try await client(script).send(GetBucketAcl(bucket: "b"), in: "us-east-1")
    let second = try #require(script.requests.last)
    #expect(second.url == "https://s3.eu-west-1.amazonaws.com/b?acl=")
    #expect(second.header("authorization")?.contains("/eu-west-1/s3/aws4_request") == true)
  }

  @Test func asksS3WhereTheRedirectDoesNotSay() async throws {
    let script = ScriptedTransport([
      .text(301, Answers.error("PermanentRedirect")),
      .text(301, "", ["x-amz-bucket-region": "eu-west-1"]), .text(200, Self.acl),
    ])
    _ = try await client(script).send(GetBucketAcl(bucket: "b"), in: "us-east-1")
    #expect(script.requests.map(\.method) == ["GET", "HEAD", "GET"])
  }

  @Test func remembersWhereTheBucketIs() async throws {
    let script = ScriptedTransport([
      .text(301, Answers.error("PermanentRedirect"), ["x-amz-bucket-region": "eu-west-1"]),
      .text(200, Self.acl), .text(404, Answers.error("NoSuchBucketPolicy")),
    ])
    let client = client(script)
    _ = try await client.send(GetBucketAcl(bucket: "b"), in: "us-east-1")
    _ = try await client.send(GetBucketPolicy(bucket: "b"), in: "us-east-1")
    #expect(script.requests.last?.url == "https://s3.eu-west-1.amazonaws.com/b?policy=")
  }

  @Test func aSecondRedirectIsAGap() async {
    let script = ScriptedTransport([
      .text(301, Answers.error("PermanentRedirect"), ["x-amz-bucket-region": "eu-west-1"]),
      .text(301, Answers.error("PermanentRedirect"), ["x-amz-bucket-region": "us-east-1"]),
    ])
    let gap = await gap {
      try await client(script).send(GetBucketAcl(bucket: "b"), in: "us-east-1")
    }
    #expect(gap?.cause == .refused)
    #expect(gap?.code == "PermanentRedirect")
    #expect(gap?.region == "eu-west-1")
  }

  @Test func aRedirectToTheSamePlaceIsAGap() async {
    let script = ScriptedTransport([
      .text(307, Answers.error("TemporaryRedirect"), ["x-amz-bucket-region": "us-east-1"])
    ])
    let gap = await gap {
      try await client(script).send(GetBucketAcl(bucket: "b"), in: "us-east-1")
    }
    #expect(gap?.code == "TemporaryRedirect")
  }

  @Test func aRedirectThatNobodyExplainsIsAGapOfTheCallItself() async {
    let script = ScriptedTransport([
      .text(301, Answers.error("PermanentRedirect")), .text(403, ""),
    ])
    let gap = await gap {
      try await client(script).send(GetBucketAcl(bucket: "b"), in: "us-east-1")
    }
    #expect(gap?.permission == "s3:GetBucketAcl")
    #expect(gap?.code == "PermanentRedirect")
  }

  @Test func aBucketInARegionThatRefusesTheCredentialsIsNotGone() async {
    let script = ScriptedTransport([
      .text(301, Answers.error("PermanentRedirect"), ["x-amz-bucket-region": "me-south-1"]),
      .text(403, Answers.error("InvalidToken")),
    ])
    let gap = await gap {
      try await client(script).send(GetBucketAcl(bucket: "b"), in: "us-east-1")
    }
    #expect(gap?.withCredentialsGoodElsewhere.cause == .regionNotUsable)
    #expect(gap?.region == "me-south-1")
  }

  @Test func callsAboutNoBucketAreNotRedirected() async {
    let script = ScriptedTransport([
      .text(301, Answers.error("PermanentRedirect"), ["x-amz-bucket-region": "eu-west-1"])
    ])
    let gap = await gap { try await client(script).all(ListBuckets(), in: "us-east-1") }
    #expect(gap?.cause == .refused)
  }

  private func client(_ script: ScriptedTransport) -> AWSClient {
    AWSClient(.scripted(script.transport, FakeClock()))
  }
}
