import AWSClient
import Foundation
import TestSupport

/// An endpoint that knows who calls and which regions there are, and denies the rest.
final class StubAWS {
  private let server: LoopbackServer

  /// With an error code it refuses to tell even who calls.
  init(refusingWith code: String? = nil) throws {
    server = try LoopbackServer { request in
      if let code { return .answer(Self.error(403, code, "refused")) }
      return Self.answer(to: String(decoding: request.body, as: UTF8.self))
    }
  }

  deinit {
    server.stop()
  }

  var environment: [String: String] {
    [
      "AWS_ENDPOINT_URL": server.url,
      "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
      "AWS_SECRET_ACCESS_KEY": "EXAMPLEKEY",
      "AWS_REGION": "us-east-1",
    ]
  }

  private static func answer(to body: String) -> LoopbackServer.Action {
    if body.contains("Action=GetCallerIdentity") {
      return .answer(
        xml(
          200,
          """
          <GetCallerIdentityResponse><GetCallerIdentityResult>\
          <Arn>arn:aws:iam::123456789012:user/auditor</Arn><UserId>AIDAEXAMPLE</UserId>\
          <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
          """
        )
      )
    }
    if body.contains("Action=DescribeRegions") {
      let regions = ["us-east-1", "ap-northeast-1"].map {
        "<item><regionName>\($0)</regionName><optInStatus>opt-in-not-required</optInStatus></item>"
      }
      return .answer(
        xml(
          200,
          "<DescribeRegionsResponse><regionInfo>\(regions.joined())</regionInfo>"
            + "</DescribeRegionsResponse>"
        )
      )
    }
    return .answer(error(403, "AccessDenied", "not allowed"))
  }

  private static func error(_ status: Int, _ code: String, _ message: String) -> HTTPResponse {
    xml(
      status,
      """
      <ErrorResponse><Error><Type>Sender</Type><Code>\(code)</Code><Message>\(message)</Message>\
      </Error></ErrorResponse>
      """
    )
  }

  private static func xml(_ status: Int, _ text: String) -> HTTPResponse {
    HTTPResponse(status: status, headers: ["content-type": "text/xml"], body: Array(text.utf8))
  }
}
