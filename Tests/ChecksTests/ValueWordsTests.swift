import Domain
import Testing

@testable import Checks

struct ValueWordsTests {
  private func words(_ key: String, _ value: String) -> Text {
    ValueWords.text(for: Values.Pair(key: key, value: value))
  }

  @Test func codesAreSaidInWords() {
    #expect(words("policyIsPublic", "true") == Text(en: "yes", ja: "はい"))
    #expect(words("kind", "role").ja == "ロール")
    #expect(words("cause", "accessDenied").en == "denied")
    #expect(words("managementEvents", "read").ja == "読み取りのみ")
  }

  @Test func waysAreListed() {
    let both = words("publicThrough", ["publicAcl", "publicPolicy"].listed)
    #expect(both == Text(en: "access control list, bucket policy", ja: "ACL、バケットポリシー"))
    #expect(words("publicThrough", "later").en == "later")
  }

  @Test func instantsAreSaidToTheMinute() {
    #expect(words("lastDelivery", "2026-08-24T03:02:59Z").ja == "2026-08-24 03:02 UTC")
    #expect(words("lastDelivery", "2026-08-24T03:02").en == "2026-08-24T03:02")
  }

  @Test func whatCouldNotBeReadIsNoQuestionMark() {
    #expect(words("publicGrants", "?").en == "could not be read")
  }

  /// A tag or a policy may be called anything.
  @Test(arguments: ["nameTag", "policy", "role", "vpc"]) func namesStandForThemselves(_ key: String)
  {
    #expect(words(key, "true").ja == "true")
    #expect(words(key, "none").ja == "none")
  }

  @Test func everyDenierHasWords() {
    let deniers: [Gap.Denier] = [
      .identityPolicy, .serviceControlPolicy, .resourceControlPolicy, .resourcePolicy,
      .permissionsBoundary, .sessionPolicy,
    ]
    for denier in deniers { #expect(words("deniedBy", denier.rawValue).en != denier.rawValue) }
  }
}
