import Checks
import Domain
import Foundation
import Testing

@testable import Reports

/// A finding that is excepted keeps its status, counts apart and makes no exit code.
struct ExceptionReportTests {
  private let findings = [Finding.volume("vol-1"), .volume("vol-2", isEncrypted: true)]

  @Test func aScanReportKeepsTheFindingAndNotTheAlert() throws {
    let report = ScanReport(
      .sample(["ASC 07": findings]),
      on: [.volumes],
      record: record(until: 1),
      now: noon
    )
    #expect(report.verdict == .fine)
    var bytes: [UInt8] = []
    ScanReportJSON(report).write { bytes += $0 }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#""kind":"automatic","status":"pass","findings":[{"id":"#))
    #expect(
      text.contains(
        #""warnings":[],"suppressed":{"exception":"e1","reason":"test system","person":"Alice","#
          + #""until":"2026-06-11T12:00:01Z"}}"#
      )
    )
    #expect(text.split(separator: "suppressed").count == 2)
    let words = ScanReportText(report, on: .sample()).text
    #expect(words.contains("ok 1, excepted 1"))
    #expect(!words.contains("vol-1"))
  }

  @Test func whenTheExceptionEndsTheFindingCountsAgain() {
    let report = ScanReport(
      .sample(["ASC 07": findings]),
      on: [.volumes],
      record: record(until: 0),
      now: noon
    )
    #expect(report.verdict == .alert)
    #expect(ScanReportText(report, on: .sample()).text.contains("alert 1, ok 1"))
  }

  @Test func listsAndRowsFollowTheExceptions() throws {
    let record = record(until: 1)
    let list = ListReport([.volumes], record: record, now: noon)
    #expect(list.verdict == .fine)
    #expect(
      ListReportJSON(list).text.contains(
        #""status":"pass","checkedAt":"2026-06-11T12:00:00Z","counts":{"pass":1,"alert":0,"#
          + #""unknown":0,"notApplicable":0,"warning":0,"suppressed":1}"#
      )
    )
    let records = findings.map { finding in
      FindingRecord(
        id: finding.id(row: "ASC 07", account: "111122223333"),
        finding: finding,
        firstSeen: noon,
        lastSeen: noon,
        scans: 1
      )
    }
    let row = RowReport(.volumes, record: record, findings: records, now: noon)
    #expect(row.verdict == .fine)
    #expect(RowReportJSON(row).text.contains(#""suppressed":{"exception":"e1""#))
    let words = RowText(row, guide: [], on: .sample()).text
    #expect(words.contains("= excepted until 2026-06-11 by Alice: test system"))
  }

  @Test func aWithdrawnReviewIsShownAsWithdrawn() {
    var record = AccountRecord.sample(attestations: [.sample()])
    let withdrawal = Withdrawal(id: "w", of: "a10", by: "Bob", recordedAt: noon)
    record.log.append(.withdrawal(withdrawal))
    let report = RowReport(.keyPairs, record: record, findings: [], now: noon)
    #expect(report.standing == .neverReviewed)
    let words = RowText(report, guide: [], on: .sample(.japanese)).text
    #expect(words.contains("取り消し 2026-06-11 12:00 Bob"))
  }

  /// One volume is excepted until so many seconds after noon.
  private func record(until seconds: TimeInterval) -> AccountRecord {
    var record = AccountRecord(account: "111122223333", partition: .aws)
    let suppression = Suppression(
      id: "e1",
      scope: .pattern(.init(row: "ASC 07", resource: Glob("vol-1"))),
      reason: "test system",
      person: "Alice",
      recordedAt: noon.addingTimeInterval(-60),
      until: noon.addingTimeInterval(seconds)
    )
    record.log.append(.exception(suppression))
    record.rows["ASC 07"] = ScanResult.sample(["ASC 07": findings]).rows[0]
      .summary(of: "111122223333", excepting: [suppression])
    return record
  }
}
