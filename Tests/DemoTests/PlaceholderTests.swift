import FoundationEssentials
import Testing

@testable import Demo

struct PlaceholderTests {
  /// 2026-11-23T12:00:00Z.
  private let now = Date(timeIntervalSince1970: 1_795_435_200)

  @Test(
    arguments: [
      ("<%time -5m%>", "2026-11-23T11:55:00Z"), ("<%time -26h%>", "2026-11-22T10:00:00Z"),
      ("<%epoch -1d%>", "1795348800"), ("<%base64 a,b%>", "YSxi"),
      (#"<%percent {"A": "s3:*"}%>"#, "%7B%22A%22%3A%20%22s3%3A%2A%22%7D"),
      ("<%percent チ-._~%>", "%E3%83%81-._~"), ("<%percent a\nb%>", "a%0Ab"),
      ("<a><%epoch -0m%></a><b><%base64 c%></b>", "<a>1795435200</a><b>Yw==</b>"),
      ("50% <% left %", "50% <% left %"),
    ]
  )
  func fills(_ body: String, _ filled: String) {
    #expect(Placeholder.filled(body, at: now) == filled)
  }
}
