import Foundation
import Testing

@testable import AWSOperations

struct DateISO8601Tests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2026-06-23T20:37:05Z", 1_782_247_025),
    ("2026-06-23T20:37:05.000Z", 1_782_247_025),
    ("2026-06-23T20:37:05.25Z", 1_782_247_025.25),
    ("2026-06-24T05:37:05+09:00", 1_782_247_025),
    ("2026-06-23T15:07:05-05:30", 1_782_247_025),
    ("2024-02-29T12:00:00Z", 1_709_208_000),
    ("2000-03-01T00:00:00Z", 951_868_800),
    ("1969-12-31T23:59:59Z", -1),
  ])
  func readsATime(text: String, seconds: Double) {
    #expect(Date(iso8601: text)?.timeIntervalSince1970 == seconds)
  }

  @Test func agreesWithFoundationOnEveryDayOfFourCenturies() throws {
    for day in stride(from: -50_000, to: 100_000, by: 17) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400)
      #expect(Date(iso8601: date.formatted(.iso8601)) == date)
    }
  }

  @Test(arguments: [
    "", "2026-06-23", "2026-06-23T20:37:05", "2026-06-23 20:37:05Z", "2026-13-01T00:00:00Z",
    "2026-06-23T24:00:00Z", "2026-06-23T20:37:05.Z", "2026-06-23T20:37:05Zz", "1782247025",
    "2026-06-23T20:37:05+0900", "２026-06-23T20:37:05Z",
  ])
  func anythingElseIsNoTime(text: String) {
    #expect(Date(iso8601: text) == nil)
  }
}
