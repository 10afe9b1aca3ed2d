import AWSOperations
import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

struct ClockSkewTests {
  /// Of `FakeClock`, and half an hour later.
  private let mine = "Fri, 15 Jan 2027 08:00:00 GMT"
  private let theirs = "Fri, 15 Jan 2027 08:30:00 GMT"

  @Test(arguments: [
    "RequestTimeTooSkewed", "InvalidSignatureException", "SignatureDoesNotMatch", "RequestExpired",
    "AuthFailure",
  ])
  func aWrongClockIsCorrectedOnce(code: String) async throws {
    let script = ScriptedTransport([
      .text(403, Answers.ec2Error(code), ["date": theirs]), .text(200, Answers.vpcs([])),
      .text(200, Answers.vpcs([])),
    ])
    let client = AWSClient(.scripted(script.transport, FakeClock()))
    for _ in 0..<2 { _ = try await client.send(DescribeVpcs(), in: "us-east-1") }
    #expect(
      script.requests.map { $0.header("x-amz-date") }
        == ["20270115T080000Z", "20270115T083000Z", "20270115T083000Z"]
    )
    #expect(client.clockSkew == .seconds(1800))
  }

  @Test func aWrongKeyIsNotTheClocksFault() async {
    let script = ScriptedTransport([
      .text(403, Answers.ec2Error("SignatureDoesNotMatch"), ["date": mine])
    ])
    let client = AWSClient(.scripted(script.transport, FakeClock()))
    let gap = await gap { try await client.send(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.code == "SignatureDoesNotMatch")
  }

  @Test func aServerThatNeverAgreesIsAskedTwice() async {
    let answer = ScriptedTransport.Answer.text(
      403,
      Answers.ec2Error("RequestTimeTooSkewed"),
      ["date": theirs]
    )
    let script = ScriptedTransport([answer, answer])
    let client = AWSClient(.scripted(script.transport, FakeClock()))
    let gap = await gap { try await client.send(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.code == "RequestTimeTooSkewed")
  }

  @Test(arguments: ["", "yesterday", "Fri, 15 Foo 2027 08:00:00 GMT", "Fri, 15 Jan 2027 08:00:00"])
  func whatIsNoDateIsNone(text: String) {
    #expect(HTTPDate.date(text) == nil)
  }
}
