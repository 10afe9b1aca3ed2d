import FoundationEssentials
import Testing

@testable import Domain

struct TimelineTests {
  private let start = Date(timeIntervalSince1970: 1_781_174_342)

  @Test func joinsScansAndWhatPeopleDecidedNewestFirst() {
    let timeline = record.timeline()
    #expect(timeline.map(\.at) == [5, 4, 3, 2, 1].map(at))
    let kinds = timeline.map { if case .scan = $0.kind { "scan" } else { "entry" } }
    #expect(kinds == ["entry", "scan", "entry", "scan", "entry"])
  }

  @Test func ofOneRowOnlyWhatConcernsIt() {
    #expect(record.timeline(of: "ASC 07").map(\.at) == [5, 4, 2].map(at))
    #expect(record.timeline(of: "ASC 09").map(\.at) == [5, 3, 1].map(at))
    #expect(record.timeline(of: "ASC 12").map(\.at) == [5, 4].map(at))
  }

  @Test func knowsTheLastScanOfARowUpToAnother() {
    #expect(record.scan(of: "ASC 07", upTo: 1) == 1)
    #expect(record.scan(of: "ASC 12", upTo: 1) == nil)
    #expect(record.scan(of: "ASC 12", upTo: 9) == 2)
  }

  @Test func countsAlertsOverTime() {
    #expect(record.alerts(of: "ASC 07") == [3, 1])
    #expect(record.alerts(of: "ASC 12") == [5])
    #expect(record.alerts() == [3, 6])
  }

  @Test func drawsThemInASCII() {
    #expect(Sparkline.text([], width: 5) == "")
    #expect(Sparkline.text([0, 0], width: 5) == "__")
    #expect(Sparkline.text([0, 1, 50, 100], width: 9) == "_.+@".map(String.init).joined())
    #expect(Sparkline.text([9, 1, 1], width: 2) == "..")
    #expect(Sparkline.text([1], width: 0) == "")
  }

  private func at(_ minute: Int) -> Date { start.addingTimeInterval(Double(minute) * 60) }

  /// An attestation of ASC 09 at 1, withdrawn at 3, scans at 2 and 4, an exception at 5.
  private var record: AccountRecord {
    var record = AccountRecord(account: "111122223333", partition: .aws)
    record.log.append(.attestation(.sample("1", at: at(1))))
    record.log.append(.withdrawal(Withdrawal(id: "2", of: "1", by: "Bob", recordedAt: at(3))))
    record.log.append(
      .exception(
        Suppression(
          id: "3",
          scope: .pattern(.init(region: "eu-west-1")),
          reason: "test",
          person: "Bob",
          recordedAt: at(5),
          until: at(9)
        )
      )
    )
    record.history = [
      scan(1, minute: 2, ["ASC 07": 3]), scan(2, minute: 4, ["ASC 07": 1, "ASC 12": 5]),
    ]
    return record
  }

  private func scan(_ number: Int, minute: Int, _ alerts: [CheckID: Int]) -> HistoryEvent {
    var scan = ScanSummary(
      startedAt: at(minute),
      finishedAt: at(minute),
      regions: [],
      calls: 1,
      caller: ""
    )
    scan.number = number
    let counts = alerts.mapValues { alerts in
      var counts = RowSummary.Counts()
      counts.alert = alerts
      return counts
    }
    return HistoryEvent(at: at(minute), kind: .scan(scan, counts))
  }
}
