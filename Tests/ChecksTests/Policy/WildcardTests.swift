import Testing

@testable import Checks

struct WildcardTests {
  @Test(arguments: [
    ("*", ""), ("*", "anything"), ("**", "x"), ("s3:Get*", "s3:GetObject"), ("a?c", "abc"),
    ("*:*", "s3:GetObject"), ("a*b*c", "a-b-b-c"), ("", ""), ("*b", "abab"),
  ])
  func matches(_ pattern: String, _ text: String) {
    #expect(Wildcard(pattern).matches(text))
  }

  @Test(arguments: [
    ("", "x"), ("s3:Get*", "s3:PutObject"), ("a?c", "ac"), ("a?", "a"), ("*:*", "x"),
    ("a*b", "abc"), ("s3:get*", "s3:GetObject"),
  ])
  func doesNotMatch(_ pattern: String, _ text: String) {
    #expect(!Wildcard(pattern).matches(text))
  }

  @Test func actionsMatchInAnyCase() {
    #expect(Wildcard.action("IAM:Create*").matches("iam:createuser"))
  }

  @Test func manyStarsTakeNoExponentialTime() {
    let pattern = String(repeating: "*a", count: 40) + "b"
    #expect(!Wildcard(pattern).matches(String(repeating: "a", count: 4_000)))
  }
}
