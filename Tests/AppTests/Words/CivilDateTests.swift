import Domain
import Foundation
import TerminalUI
import Testing

@testable import App

struct CivilDateTests {
  @Test func findsWhenADayBegins() {
    #expect(Zone.utc.beginning(ofDay: "1970-01-01") == Date(timeIntervalSince1970: 0))
    #expect(Zone.utc.beginning(ofDay: "2024-02-29") == Date(timeIntervalSince1970: 1_709_164_800))
    #expect(
      Fixture.zone.beginning(ofDay: "2026-06-11") == Date(timeIntervalSince1970: 1_781_103_600)
    )
  }

  /// In Sydney clocks go back on 2026-04-05 and forward on 2026-10-04.
  @Test(arguments: [
    ("2026-04-05", "2026-04-04T13:00:00Z", 25.0), ("2026-10-04", "2026-10-03T14:00:00Z", 23),
    ("2026-06-11", "2026-06-10T14:00:00Z", 24),
  ])
  func knowsHowLongADayIsWhenClocksChange(_ day: String, _ start: String, _ hours: Double) {
    let sydney = Zone { date in
      let isWinter = (1_775_318_400..<1_791_043_200).contains(date.timeIntervalSince1970)
      return (isWinter ? 10 : 11) * 3_600
    }
    let beginning = sydney.beginning(ofDay: day)
    #expect(beginning.map(Timestamp.text) == start)
    #expect(sydney.end(ofDay: day) == beginning?.addingTimeInterval(hours * 3_600))
  }

  @Test(arguments: ["", "2026", "2026-06", "2026-13-01", "2026-02-30", "2025-02-29", "x-y-z"])
  func knowsNoSuchDay(_ typed: String) {
    #expect(Zone.utc.beginning(ofDay: typed) == nil)
  }
}
