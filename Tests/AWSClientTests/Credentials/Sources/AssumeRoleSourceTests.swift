import Domain
import TestSupport
import Testing

@testable import AWSClient

/// Roles that want a code; all else of roles is in `CredentialChainTests`.
struct AssumeRoleSourceTests {
  private let config = """
    [profile a]
    role_arn = arn:aws:iam::111122223333:role/a
    source_profile = a
    mfa_serial = arn:aws:iam::111122223333:mfa/me
    aws_access_key_id = A
    aws_secret_access_key = s
    """
  private let serial = "arn:aws:iam::111122223333:mfa/me"

  @Test func asksForTheCodeOfTheDevice() async throws {
    let script = ScriptedTransport([
      .text(200, Answers.assumedRole(key: "ASIAMFA", expires: "2035-01-01T00:00:00Z"))
    ])
    let asked = Locked<[String]>([])
    var setup = SignInCase(config: config)
    setup.mfaCode = { serial, _ in
      asked.withLock { $0.append(serial) }
      return " 123 456\n"
    }
    #expect(try await setup.credentials(script.transport).accessKeyID == "ASIAMFA")
    #expect(asked.withLock { $0 } == [serial])
    let body = String(decoding: script.requests.first?.body ?? [], as: UTF8.self)
    #expect(body.contains("TokenCode=123456"))
    #expect(body.contains("SerialNumber=arn%3Aaws%3Aiam%3A%3A111122223333%3Amfa%2Fme"))
  }

  /// Mistyped, or of the minute before.
  @Test func asksOnceAgainWhenTheCodeIsRefused() async throws {
    let refused = ScriptedTransport.Answer.text(
      403,
      """
      <ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>\
      MultiFactorAuthentication failed with invalid MFA one time pass code. </Message></Error>\
      </ErrorResponse>
      """
    )
    let role = ScriptedTransport.Answer.text(
      200,
      Answers.assumedRole(key: "ASIAMFA", expires: "2035-01-01T00:00:00Z")
    )
    let asked = Locked<[Bool]>([])
    var setup = SignInCase(config: config)
    setup.mfaCode = { _, isAgain in
      asked.withLock { $0.append(isAgain) }
      return isAgain ? "222222" : "111111"
    }
    let script = ScriptedTransport([refused, role])
    #expect(try await setup.credentials(script.transport).accessKeyID == "ASIAMFA")
    #expect(asked.withLock { $0 } == [false, true])
    let error = await setup.error(ScriptedTransport([refused, refused]).transport)
    guard case .role(_, .refused) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func withoutAnybodyToAskTheRoleIsRefused() async {
    let error = await SignInCase(config: config).error(ScriptedTransport([]).transport)
    #expect(error == .mfa(SignInCase.key("mfa_serial"), .nobodyToAsk(serial: serial)))
    #expect(error?.hint.en.contains("aws configure export-credentials --profile a") == true)
  }

  @Test(arguments: ["", "12345", "1234567", "12345x"])
  func aCodeHasSixDigits(code: String) async {
    var setup = SignInCase(config: config)
    setup.mfaCode = { _, _ in code }
    #expect(
      await setup.error(ScriptedTransport([]).transport)
        == .mfa(SignInCase.key("mfa_serial"), .notACode(serial: serial))
    )
  }

  @Test func whoDoesNotAnswerCancels() async {
    var setup = SignInCase(config: config)
    setup.mfaCode = { _, _ in throw CancellationError() }
    #expect(await setup.error(ScriptedTransport([]).transport) == .cancelled)
  }
}
