import Checks
import Domain
import Foundation
import Testing

@testable import Reports

struct DueReportTests {
  @Test func theSoonestComeFirstAndWhatWasNeverJudgedBeforeThem() {
    let report = report(within: 170)
    #expect(report.items.map(\.id) == ["ASC 09", "e1"])
    #expect(report.items.map(\.kind) == [.review, .exception])
    #expect(self.report(.sample(daysAgo: 10), within: 170).items.map(\.id) == ["e1", "ASC 09"])
  }

  @Test(arguments: [(4, 0), (5, 1), (169, 1), (170, 2)])
  func looksAsFarAheadAsIsAsked(_ days: Int, _ count: Int) {
    #expect(report(.sample(daysAgo: 10), within: days).items.count == count)
  }

  @Test func anExceptionThatHasEndedIsNotDue() {
    #expect(report(.sample(daysAgo: 10), endsIn: 0, within: 14).items == [])
  }

  @Test func speaksForPeopleAndPrograms() {
    let report = report(.sample(daysAgo: 181), within: 14)
    let text = report.text(on: .sample())
    #expect(text.contains("2026-06-10 12:00  ASC 09"))
    #expect(text.contains("expired\n"))
    #expect(text.contains("exception: test; system  5d left"))
    #expect(
      report.json.hasPrefix(
        #"{"account":"111122223333","items":[{"kind":"review","id":"ASC 09","title":{"en":"#
      )
    )
    #expect(self.report(within: 1).json.contains(#""at":null,"person":null}"#))
  }

  // MARK: The calendar

  @Test func isACalendarFile() {
    let text = DueCalendar(report(within: 14), in: .japanese).text
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(Array(lines.suffix(2)) == ["END:VCALENDAR", ""])
    #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains("\n"))
    #expect(lines.contains("DTSTART:20260616T120000Z"))
    #expect(lines.contains("UID:e1.111122223333@ascheck"))
    #expect(lines.contains("SUMMARY:例外: test\\; system (1111-2222-3333)"))
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 2)
    #expect(lines.count { $0 == "END:VEVENT" } == 2)
  }

  @Test func escapesWhatHasAMeaning() {
    #expect(DueCalendar.escaped("a,b;c\\d\ne\u{7}") == "a\\,b\\;c\\\\d\\ne")
  }

  @Test func noLineIsLongerThan75Bytes() {
    let line = "SUMMARY:" + String(repeating: "例外の期限", count: 30)
    let lines = DueCalendar.folded(line).components(separatedBy: "\r\n")
    #expect(lines.count > 5)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
    #expect(lines[0] + lines.dropFirst().map { $0.dropFirst() }.joined() == line)
  }

  private func report(
    _ attestation: Attestation? = nil,
    endsIn days: Double = 5,
    within: Int
  ) -> DueReport {
    var record = AccountRecord.sample(attestations: attestation.map { [$0] } ?? [])
    record.log.append(
      .exception(
        Suppression(
          id: "e1",
          scope: .pattern(.init(row: "ASC 07")),
          reason: "test; system",
          person: "Alice",
          recordedAt: noon.addingTimeInterval(-86_400),
          until: noon.addingTimeInterval(days * 86_400)
        )
      )
    )
    return DueReport(Check.samples, record: record, within: within, now: noon)
  }
}
