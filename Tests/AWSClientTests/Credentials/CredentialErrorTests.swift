import Domain
import Testing

@testable import AWSClient

struct CredentialErrorTests {
  static let key = ProfileKey(file: "/h/.aws/config", profile: "audit", key: "sso_session")

  @Test(arguments: [
    CredentialError.none(profile: "default"), .incompleteEnvironment(missing: "X"),
    .unsupportedVariable("X"), .loop(["a", "b", "a"]), .cancelled, .profile(key, .incomplete),
    .profile(key, .unsupported), .profile(key, .noSource), .profile(key, .twoSources),
    .profile(key, .sourceMissing("b")), .profile(key, .sourceEmpty("b")),
    .profile(key, .roleRefused(role: "arn", Gap(.accessDenied, "sts:AssumeRole"))),
  ])
  func saysInBothLanguagesWhatIsWrongAndWhatToDo(error: CredentialError) {
    for text in [error.problem, error.hint] {
      let isEnglish = text.en.utf8.allSatisfy { $0 < 128 }
      let isJapanese = text.ja.utf8.contains { $0 >= 128 }
      #expect(isEnglish)
      #expect(isJapanese)
    }
  }

  @Test func namesFileProfileAndKey() {
    let problem = CredentialError.profile(Self.key, .unsupported).problem
    for part in ["/h/.aws/config", "audit", "sso_session"] {
      #expect(problem.en.contains(part) && problem.ja.contains(part))
    }
  }
}
