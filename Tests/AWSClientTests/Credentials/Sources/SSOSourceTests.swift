import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

/// What differs from case to case is in `CredentialDifferentialTests`.
struct SSOSourceTests {
  static let config = """
    [profile a]
    sso_session = corp
    sso_account_id = 111122223333
    sso_role_name = audit
    [sso-session corp]
    sso_start_url = https://corp.awsapps.com/start
    sso_region = eu-north-1
    """

  private static let renewable = """
    {"accessToken": "old", "expiresAt": "2027-01-15T08:05:00Z", "region": "eu-north-1",
     "refreshToken": "r1", "clientId": "c", "clientSecret": "x",
     "registrationExpiresAt": "2027-03-01T00:00:00Z", "startUrl": "https://corp"}
    """

  private var file: String { "/h/.aws/sso/cache/\(Digest.hex(Digest.sha1("corp".utf8))).json" }

  private let role = ScriptedTransport.Answer.text(
    200,
    """
    {"roleCredentials": {"accessKeyId": "ASIASSO", "secretAccessKey": "s", "sessionToken": "t",
     "expiration": 1800003600000}}
    """
  )

  @Test func writesARenewedTokenBack() async throws {
    let script = ScriptedTransport([
      .text(200, #"{"accessToken": "new", "expiresIn": 28800, "refreshToken": "r2"}"#), role,
    ])
    let setup = SignInCase(config: Self.config, files: [file: Self.renewable])
    let credentials = try await setup.credentials(script.transport)
    #expect(credentials.accessKeyID == "ASIASSO")
    #expect(credentials.expiresAt == Date(timeIntervalSince1970: 1_800_003_600))
    #expect(script.requests.map(\.url).first == "https://oidc.eu-north-1.amazonaws.com/token")
    #expect(script.requests.last?.header("x-amz-sso_bearer_token") == "new")
    #expect(script.requests.allSatisfy { $0.header("authorization") == nil })
    let text = try #require(setup.written.withLock { $0[file] })
    let token = try #require(SSOToken(text))
    #expect(token.accessToken == "new")
    #expect(token.expiresAt == "2027-01-15T16:00:00Z")
    #expect(token.refreshToken == "r2")
    #expect(token.clientSecret == "x")
    #expect(token.registrationExpiresAt == "2027-03-01T00:00:00Z")
  }

  @Test(arguments: [
    "", "{", #"{"accessToken": "x"}"#, "<html>", #"{"accessToken":"x","expiresAt":1}"#,
  ])
  func aTokenThatIsNotWholeIsToBeHadAnew(text: String) async {
    let setup = SignInCase(config: Self.config, files: [file: text])
    let error = await setup.error(ScriptedTransport([]).transport)
    #expect(error == .sso(place, .token(.malformed, file: file)))
    #expect(error?.hint.en == "Run `aws sso login --profile a`.")
    #expect(error?.hint.ja == "`aws sso login --profile a` を実行してください。")
  }

  @Test func whoIsSignedOutLearnsTheLine() async {
    let error = await SignInCase(config: Self.config).error(ScriptedTransport([]).transport)
    #expect(error == .sso(place, .token(.absent, file: file)))
    #expect(error?.problem.en.contains(file) == true)
    #expect(error?.hint.en == "Run `aws sso login --profile a`.")
  }

  @Test func aRefusedRenewalEndsInTheLineOnceTheTokenLapsed() async {
    let script = ScriptedTransport([.text(400, #"{"__type": "InvalidGrantException"}"#)])
    var setup = SignInCase(config: Self.config, files: [file: Self.renewable])
    setup.time = FakeClock(Date(timeIntervalSince1970: 1_800_010_000))
    let error = await setup.error(script.transport)
    #expect(error == .sso(place, .token(.lapsed, file: file)))
  }

  private var place: ProfileKey { SignInCase.key("sso_session") }
}
