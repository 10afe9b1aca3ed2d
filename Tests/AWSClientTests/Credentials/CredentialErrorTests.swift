import Domain
import Testing

@testable import AWSClient

struct CredentialErrorTests {
  static let key = ProfileKey(file: "/h/.aws/config", profile: "audit", key: "sso_session")

  @Test(arguments: [
    CredentialError.none(profile: "default"), .incompleteEnvironment(missing: "X"),
    .incompleteProfile(key), .unsupported(key), .unsupportedVariable("X"), .noSource(key),
    .twoSources(key), .sourceMissing(key, source: "b"), .sourceEmpty(key, source: "b"),
    .loop(["a", "b", "a"]),
    .roleRefused(key, role: "arn:aws:iam::1:role/r", Gap(.accessDenied, "sts:AssumeRole")),
    .cancelled,
  ])
  func saysInBothLanguagesWhatIsWrongAndWhatToDo(error: CredentialError) {
    for text in [error.problem, error.hint] {
      #expect(text.en.allSatisfy(\.isASCII))
      #expect(text.ja.contains { !$0.isASCII })
    }
  }

  @Test func namesFileProfileAndKey() {
    let problem = CredentialError.unsupported(Self.key).problem
    for part in ["/h/.aws/config", "audit", "sso_session"] {
      #expect(problem.en.contains(part) && problem.ja.contains(part))
    }
  }
}
