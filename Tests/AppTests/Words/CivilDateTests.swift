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

  @Test(arguments: ["", "2026", "2026-06", "2026-13-01", "2026-02-30", "2025-02-29", "x-y-z"])
  func knowsNoSuchDay(_ typed: String) {
    #expect(Zone.utc.beginning(ofDay: typed) == nil)
  }
}
