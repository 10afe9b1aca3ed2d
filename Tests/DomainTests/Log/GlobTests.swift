import Testing

@testable import Domain

struct GlobTests {
  @Test(arguments: [
    ("", "", true), ("", "a", false), ("*", "", true), ("*", "arn:aws:s3:::a/b", true),
    ("logs-*", "logs-2026", true), ("logs-*", "my-logs-2026", false), ("*-logs", "a-logs", true),
    ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-c-b", false), ("vol-?", "vol-1", true),
    ("vol-?", "vol-12", false), ("請求?-*", "請求書-6月", true), ("a.c", "abc", false),
    ("A", "a", false), ("***", "x", true),
  ])
  func matches(_ pattern: String, _ name: String, _ expected: Bool) {
    #expect(Glob(pattern).matches(name) == expected)
  }

  /// Two stars must not take exponential time.
  @Test func isQuickOnWhatNearlyMatches() {
    let name = String(repeating: "a", count: 2_000)
    #expect(!Glob(String(repeating: "a*", count: 20) + "b").matches(name))
  }
}
