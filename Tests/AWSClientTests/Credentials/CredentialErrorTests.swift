import Domain
import Testing

@testable import AWSClient

struct CredentialErrorTests {
  static let key = ProfileKey(file: "/h/.aws/config", profile: "audit", key: "sso_session")
  static let gap = Gap(.accessDenied, "sts:AssumeRole", code: "AccessDenied", message: "no")
  static let unreadable = SettingsError.fileUnreadable(path: "/t", reason: "denied")
  static let origin = CredentialOrigin.key(key)

  static let errors: [CredentialError] =
    [
      .none(profile: "default"), .incompleteEnvironment(missing: "X"), .incompleteProfile(key),
      .lapsedEnvironment(expiration: "x"), .cancelled, .mfa(key, .nobodyToAsk(serial: "arn")),
      .mfa(key, .notACode(serial: "arn")), .webIdentity(.variable("V"), .noRole),
    ]
    + [
      .noSource, .twoSources, .sourceMissing("b"), .sourceEmpty("b"), .sourceUnknown("Moon"),
      .loop(["a", "a"]), .refused(role: "arn", gap),
    ].map { .role(key, $0) }
    + [.noRole, .fileMissing("/t"), .fileUnreadable(unreadable), .refused(role: "arn", gap)]
    .map { .webIdentity(origin, $0) }
    + [
      .incomplete(missing: ["sso_region"]), .noSession("corp", file: "/c"),
      .contradiction(key: "sso_region", session: "corp"), .token(.absent, file: "/c"),
      .token(.malformed, file: "/c"), .token(.lapsed, file: "/c"), .tokenRefused(gap),
      .roleRefused(role: "r", account: "1", gap),
    ].map { .sso(key, $0) }
    + [.signedOut(file: "/c"), .cacheMalformed(file: "/c"), .lapsed(file: "/c"), .refused(gap)]
    .map { .login(key, $0) }
    + [
      .notACommand, .notStarted("x"), .failed(code: 1, complaint: ""), .tooSlow(.seconds(60)),
      .failed(code: 1, complaint: "x"), .tooMuch(1), .notJSON, .version(found: nil),
      .missing("AccessKeyId"), .lapsed,
    ].map { .process(key, $0) }
    + [
      .hostRefused("h"), .notAnAddress("x"), .tokenUnreadable(unreadable),
      .tokenMissing(file: "/t"), .tokenMalformed, .noAnswer(url: "http://h", why: "x"),
      .status(url: "http://h", 500), .notCredentials(url: "http://h"),
    ].map { .container(variable: "AWS_CONTAINER_CREDENTIALS_FULL_URI", $0) }
    + [.notAnAddress("x"), .notMetadata(url: "http://h"), .roleRefused(role: "r", "x")]
    .map { .metadata($0) }

  @Test(arguments: errors)
  func saysInBothLanguagesWhatIsWrongAndWhatToDo(error: CredentialError) {
    for text in [error.problem, error.hint] {
      let isEnglish = text.en.utf8.allSatisfy { $0 < 128 }
      let isJapanese = text.ja.utf8.contains { $0 >= 128 }
      #expect(isEnglish)
      #expect(isJapanese)
    }
  }

  @Test(arguments: errors)
  func whatIsWrongWithAProfileNamesItAndItsFile(error: CredentialError) {
    switch error {
    case .role(_, .loop), .mfa(_, .notACode): return
    case .incompleteProfile, .role, .sso, .login, .process, .mfa, .webIdentity(.key, _):
      for part in ["/h/.aws/config", "audit"] {
        #expect(error.problem.en.contains(part) && error.problem.ja.contains(part))
      }
    default: return
    }
  }

  @Test func aNameWithBlanksIsQuotedInCommands() {
    let key = ProfileKey(file: "/c", profile: "my work", key: "sso_session")
    let hint = CredentialError.sso(key, .token(.lapsed, file: "/x")).hint
    #expect(hint.en == "Run `aws sso login --profile 'my work'`.")
  }
}
