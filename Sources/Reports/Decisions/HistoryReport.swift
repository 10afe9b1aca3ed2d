import Checks
import Domain
import FoundationEssentials

/// What `ascheck history` prints: scans and decisions, newest first, of a row or the account.
package struct HistoryReport: Sendable {
  private let record: AccountRecord
  private let row: CheckID?

  package init(_ record: AccountRecord, row: CheckID? = nil) {
    self.record = record
    self.row = row
  }

  package func text(on page: Page) -> String {
    var text = TextReport(page)
    let alerts = record.alerts(of: row)
    if !alerts.isEmpty {
      let label = text.words(Text(en: "alerts", ja: "アラート"))
      let line = Sparkline.text(alerts, width: max(1, page.width - 30))
      text.line("\(label)  \(line)  \(alerts[alerts.count - 1].grouped)")
      text.line()
    }
    for event in record.timeline(of: row) {
      let at = text.words(page.typography.dateAndTime(event.at))
      switch event.kind {
      case .scan(let scan, let rows): text.line("\(at)  \(words(of: scan, rows, text))")
      case .entry(let entry):
        let words = EntryWords(entry, in: record.log)
        let line = "\(entry.person)  \(text.words(words.detail))"
        text.paragraph(
          "\(at)  \(text.words(words.kind))  \(text.clean(line))",
          indent: 0,
          hanging: 18
        )
      }
    }
    return text.text
  }

  private func words(
    of scan: ScanSummary,
    _ rows: [CheckID: RowSummary.Counts],
    _ text: TextReport
  ) -> String {
    let counts =
      row.flatMap { rows[$0] } ?? rows.values.reduce(into: RowSummary.Counts()) { $0.add($1) }
    let seconds = Int(max(0, scan.finishedAt.timeIntervalSince(scan.startedAt)).rounded())
    let run = Text(
      en: "scan \(scan.number)  \(seconds) s  \(scan.calls.grouped) calls",
      ja: "スキャン \(scan.number)  \(seconds)秒  呼び出し\(scan.calls.grouped)回"
    )
    return "\(text.words(run))  \(text.words(RowWords.counts(counts)))"
  }

  /// `{"account":"…","row":null,"alerts":[3,1],"events":[{"at":"…","kind":"scan","number":2,
  /// "startedAt":"…","calls":118,"caller":"…","rows":{"ASC 07":{…}}}, …]}`, newest event first.
  package var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("account", record.account.digits)
      json.member("row", row?.description)
      json.key("alerts")
      json.array { json in
        for count in record.alerts(of: row) { json.value(count) }
      }
      json.key("events")
      json.array { json in
        for event in record.timeline(of: row) { write(event, to: &json) }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ event: HistoryEvent, to json: inout JSONWriter) {
    json.object { json in
      json.member("at", event.at)
      switch event.kind {
      case .entry(let entry): json.members(of: entry)
      case .scan(let scan, let rows):
        json.member("kind", "scan")
        json.member("number", scan.number)
        json.member("startedAt", scan.startedAt)
        json.member("calls", scan.calls)
        json.member("caller", scan.caller)
        json.key("rows")
        json.object { json in
          for (row, counts) in rows.sorted(by: { $0.key < $1.key }) where self.row ?? row == row {
            json.member(row.description, counts)
          }
        }
      }
    }
  }
}

extension RowSummary.Counts {
  fileprivate mutating func add(_ other: Self) {
    pass += other.pass
    alert += other.alert
    unknown += other.unknown
    notApplicable += other.notApplicable
    warning += other.warning
    suppressed += other.suppressed
  }
}
