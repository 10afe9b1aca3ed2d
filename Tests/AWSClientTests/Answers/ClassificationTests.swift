import AWSOperations
import Domain
import Testing

@testable import AWSClient

struct ClassificationTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let status: Int
    let body: String
    let cause: Gap.Cause
    var trouble: RetryPolicy.Trouble?
    var headers: [String: String] = [:]
    var method = "POST"

    var testDescription: String { "\(method) \(status) \(headers) \(body)" }
  }

  static let lines = [
    // Denied.
    Line(status: 403, body: s3("AccessDenied"), cause: .accessDenied),
    Line(status: 403, body: s3("AllAccessDisabled"), cause: .accessDenied),
    Line(status: 405, body: s3("MethodNotAllowed"), cause: .accessDenied),
    Line(status: 403, body: ec2("UnauthorizedOperation"), cause: .accessDenied),
    Line(status: 400, body: json("AccessDeniedException"), cause: .accessDenied),
    Line(status: 403, body: query("AccessDenied"), cause: .accessDenied),
    Line(status: 403, body: "<html>no</html>", cause: .accessDenied),
    Line(status: 401, body: "", cause: .accessDenied),
    Line(status: 403, body: "", cause: .accessDenied, method: "HEAD"),
    // Gone.
    Line(status: 404, body: s3("NoSuchBucket"), cause: .gone),
    Line(status: 404, body: query("NoSuchEntity"), cause: .gone),
    Line(status: 400, body: ec2("InvalidVolume.NotFound"), cause: .gone),
    Line(status: 400, body: ec2("InvalidVpcID.NotFound"), cause: .gone),
    Line(status: 400, body: ec2("InvalidInstanceID.NotFound"), cause: .gone),
    Line(status: 400, body: json("ResourceNotFoundException"), cause: .gone),
    Line(status: 404, body: "", cause: .gone, method: "HEAD"),
    // Credentials, or a region that does not take them.
    Line(status: 401, body: ec2("AuthFailure"), cause: .credentials),
    Line(status: 400, body: json("UnrecognizedClientException"), cause: .credentials),
    Line(status: 403, body: query("InvalidClientTokenId"), cause: .credentials),
    Line(status: 401, body: ec2("OptInRequired"), cause: .credentials),
    Line(status: 403, body: query("ExpiredToken"), cause: .credentials),
    Line(status: 400, body: json("ExpiredTokenException"), cause: .credentials),
    Line(status: 400, body: ec2("RequestExpired"), cause: .credentials),
    Line(status: 403, body: s3("InvalidAccessKeyId"), cause: .credentials),
    Line(status: 403, body: s3("SignatureDoesNotMatch"), cause: .credentials),
    Line(status: 400, body: query("IncompleteSignature"), cause: .credentials),
    Line(status: 403, body: query("MissingAuthenticationToken"), cause: .credentials),
    Line(status: 400, body: s3("InvalidToken"), cause: .credentials),
    Line(status: 403, body: s3("RequestTimeTooSkewed"), cause: .credentials),
    // Throttled.
    Line(status: 400, body: query("Throttling"), cause: .throttled, trouble: .throttled),
    Line(status: 400, body: json("ThrottlingException"), cause: .throttled, trouble: .throttled),
    Line(status: 503, body: ec2("RequestLimitExceeded"), cause: .throttled, trouble: .throttled),
    Line(
      status: 400,
      body: json("TooManyRequestsException"),
      cause: .throttled,
      trouble: .throttled
    ),
    Line(status: 503, body: s3("SlowDown"), cause: .throttled, trouble: .throttled),
    Line(status: 503, body: s3("RequestThrottled"), cause: .throttled, trouble: .throttled),
    Line(status: 509, body: s3("BandwidthLimitExceeded"), cause: .throttled, trouble: .throttled),
    Line(status: 429, body: "", cause: .throttled, trouble: .throttled),
    Line(status: 503, body: "<html>busy</html>", cause: .throttled, trouble: .throttled),
    // Transient.
    Line(status: 500, body: s3("InternalError"), cause: .unreachable, trouble: .fault),
    Line(status: 500, body: json("InternalFailure"), cause: .unreachable, trouble: .fault),
    Line(status: 503, body: query("ServiceUnavailable"), cause: .unreachable, trouble: .fault),
    Line(status: 400, body: s3("RequestTimeout"), cause: .unreachable, trouble: .fault),
    Line(status: 502, body: "<html>bad gateway</html>", cause: .unreachable, trouble: .fault),
    Line(status: 504, body: "", cause: .unreachable, trouble: .fault),
    Line(status: 500, body: "", cause: .unreachable, trouble: .fault),
    // A service that is not used here: for the check to judge by its code.
    Line(status: 403, body: s3("NotSignedUp"), cause: .refused),
    Line(status: 400, body: json("SubscriptionRequiredException"), cause: .refused),
    Line(status: 400, body: json("AWSOrganizationsNotInUseException"), cause: .refused),
    // Not known to the endpoint.
    Line(status: 404, body: "<!doctype html><title>404</title>", cause: .notImplemented),
    Line(status: 500, body: "<!DOCTYPE HTML><title>500</title>", cause: .notImplemented),
    Line(status: 405, body: "", cause: .notImplemented),
    Line(status: 501, body: s3("NotImplemented"), cause: .notImplemented),
    Line(status: 400, body: query("InvalidAction"), cause: .notImplemented),
    Line(status: 400, body: json("UnknownOperationException"), cause: .notImplemented),
    // Everything else keeps its code.
    Line(status: 410, body: query("ReportNotPresent"), cause: .refused),
    Line(status: 404, body: query("ReportInProgress"), cause: .refused),
    Line(status: 400, body: json("TrailNotFoundException"), cause: .refused),
    Line(status: 302, body: "<html>log in</html>", cause: .refused),
  ]

  @Test(arguments: lines)
  func tellsWhatAnAnswerAmountsTo(_ line: Line) {
    let answer = WireAnswer(
      status: line.status,
      headers: line.headers,
      body: Array(line.body.utf8)
    )
    #expect(
      Classification(Refusal(answer, method: line.method))
        == Classification(line.cause, line.trouble)
    )
  }

  private static func s3(_ code: String) -> String {
    "<?xml version=\"1.0\"?><Error><Code>\(code)</Code><Message>m</Message></Error>"
  }

  private static func query(_ code: String) -> String {
    "<ErrorResponse><Error><Code>\(code)</Code><Message>m</Message></Error></ErrorResponse>"
  }

  private static func ec2(_ code: String) -> String {
    "<Response><Errors><Error><Code>\(code)</Code></Error></Errors></Response>"
  }

  private static func json(_ code: String) -> String {
    #"{"__type":"com.amazonaws.x#\#(code)","message":"m"}"#
  }
}
