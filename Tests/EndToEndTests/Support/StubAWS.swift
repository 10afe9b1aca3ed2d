import AWSClient
import Domain
import Foundation
import TestSupport

/// An endpoint that knows who calls and which regions there are, and denies the rest.
final class StubAWS {
  private let server: LoopbackServer
  private let isHanging = Locked(false)

  /// Whether a call waits for an answer that will not come.
  var isKeepingSomebodyWaiting: Bool { isHanging.withLock { $0 } }

  /// With an error code it refuses to tell even who calls; or it never answers instead of denying.
  init(refusingWith code: String? = nil, neverAnswers: Bool = false) throws {
    server = try LoopbackServer { [isHanging] request in
      if let code { return .answer(Self.error(403, code, "refused")) }
      if let known = Self.answer(to: String(decoding: request.body, as: UTF8.self)) {
        return .answer(known)
      }
      guard neverAnswers else { return .answer(Self.error(403, "AccessDenied", "not allowed")) }
      isHanging.withLock { $0 = true }
      return .hang
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

  private static func answer(to body: String) -> HTTPResponse? {
    if body.contains("Action=GetCallerIdentity") {
      return xml(
        200,
        """
        <GetCallerIdentityResponse><GetCallerIdentityResult>\
        <Arn>arn:aws:iam::123456789012:user/auditor</Arn><UserId>AIDAEXAMPLE</UserId>\
        <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
        """
      )
    }
    if body.contains("Action=DescribeRegions") {
      let regions = ["us-east-1", "ap-northeast-1"].map {
        "<item><regionName>\($0)</regionName><optInStatus>opt-in-not-required</optInStatus></item>"
      }
      return xml(
        200,
        "<DescribeRegionsResponse><regionInfo>\(regions.joined())</regionInfo>"
          + "</DescribeRegionsResponse>"
      )
    }
    return nil
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
