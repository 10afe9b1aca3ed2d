import Testing

@testable import AWSOperations

struct PercentEncodingTests {
  @Test(arguments: [
    ("", ""),
    ("AZaz09-._~", "AZaz09-._~"),
    ("a b+c/d=e&f", "a%20b%2Bc%2Fd%3De%26f"),
    ("*'()!", "%2A%27%28%29%21"),
    ("日本", "%E6%97%A5%E6%9C%AC"),
  ])
  func encodesAllButUnreserved(text: String, encoded: String) {
    #expect(PercentEncoding.encode(text) == encoded)
  }
}
