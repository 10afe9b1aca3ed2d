import Domain
import FoundationEssentials
import Testing

struct TimestampTests {
  @Test func writesUTCToTheSecond() {
    #expect(Timestamp.text(Date(timeIntervalSince1970: 0)) == "1970-01-01T00:00:00Z")
    #expect(Timestamp.text(Date(timeIntervalSince1970: 1_767_225_599)) == "2025-12-31T23:59:59Z")
  }

  @Test func cutsAFractionInsteadOfRoundingIt() {
    #expect(Timestamp.text(Date(timeIntervalSince1970: 59.9996)) == "1970-01-01T00:00:59Z")
  }

  @Test func readsWhatItWrites() {
    #expect(Timestamp.date("2026-06-11T10:39:02Z") == Date(timeIntervalSince1970: 1_781_174_342))
  }

  @Test(arguments: [
    "", "yesterday", "2026-06-11", "2026-06-11T10:39:02", "2026-13-11T10:39:02Z",
    "2026-06-11T10:39:02Zulu", "2026-06-11T10:39:02Z ", "-1", "2026-06-31T10:39:02Z",
    "2026-06-11T19:39:02+09:00", "2026-06-11T10:39:02.5Z",
  ])
  func takesNothingElse(_ text: String) {
    #expect(Timestamp.date(text) == nil)
    #expect(Timestamp.words(text) == text)
  }

  @Test func saysTheMinuteToPeople() {
    #expect(Timestamp.words("2026-06-11T10:39:02Z") == "2026-06-11 10:39 UTC")
  }
}
