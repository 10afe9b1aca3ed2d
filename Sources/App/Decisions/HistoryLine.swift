import Checks
import Domain
import FoundationEssentials
import Reports
import TerminalUI

/// One line of the history: a scan, or what somebody decided.
struct HistoryLine: Identifiable, Sendable {
  let id: String
  let at: Date
  /// Of a scan, how it left the row or the account.
  let mark: Mark?
  let kind: Text
  /// Made harmless.
  let person: String
  /// Made harmless.
  let detail: Text
  let scan: ScanSummary?

  /// Newest first.
  static func all(of record: AccountRecord, row: CheckID?) -> [Self] {
    var before: [Int: RowSummary.Counts] = [:]
    var last: RowSummary.Counts?
    for (scan, rows) in record.scans {
      let counts = Self.counts(rows, row)
      before[scan.number] = last
      last = counts ?? last
    }
    return record.timeline(of: row).enumerated().map { index, event in
      switch event.kind {
      case .scan(let scan, let rows):
        Self(scan, Self.counts(rows, row) ?? .init(), before: before[scan.number], at: event.at)
      case .entry(let entry): Self(entry, in: record.log, at: event.at, index)
      }
    }
  }

  /// Of the row, or of all that were scanned.
  private static func counts(
    _ rows: [CheckID: RowSummary.Counts],
    _ row: CheckID?
  ) -> RowSummary.Counts? {
    if let row { return rows[row] }
    return rows.values.reduce(into: RowSummary.Counts()) { sum, counts in
      sum.alert += counts.alert
      sum.unknown += counts.unknown
      sum.pass += counts.pass
      sum.warning += counts.warning
      sum.notApplicable += counts.notApplicable
      sum.suppressed += counts.suppressed
    }
  }

  private init(
    _ scan: ScanSummary,
    _ counts: RowSummary.Counts,
    before: RowSummary.Counts?,
    at date: Date
  ) {
    id = "scan \(scan.number) \(date.timeIntervalSince1970)"
    at = date
    mark = Mark(Standing(of: RowSummary(counts: counts, checkedAt: date, duration: 0)))
    kind = Text(en: "scan \(scan.number)", ja: "スキャン \(scan.number)")
    person = ""
    self.scan = scan
    let seconds = Int(max(0, scan.finishedAt.timeIntervalSince(scan.startedAt)).rounded())
    let change = before.map { counts.alert - $0.alert } ?? 0
    let moved = change == 0 ? "" : " (\(change > 0 ? "+" : "")\(change.withSeparators))"
    let calls = scan.calls.withSeparators
    let parts = counts.words
    detail = Text(
      en: "\(parts.en)\(moved)   \(seconds) s, \(calls) calls",
      ja: "\(parts.ja)\(moved)   \(seconds)秒、呼び出し\(calls)回"
    )
  }

  private init(_ entry: LogEntry, in log: Log, at date: Date, _ index: Int) {
    id = "entry \(entry.id)"
    at = date
    mark = nil
    scan = nil
    let words = EntryWords(entry, in: log)
    kind = words.kind
    person = entry.person.sanitized
    detail = Text(en: words.detail.en.sanitized, ja: words.detail.ja.sanitized)
  }

  /// What a filter looks at, in both languages.
  var searchText: String {
    [mark?.tag ?? "", kind.en, kind.ja, person, detail.en, detail.ja].joined(separator: " ")
  }
}

extension RowSummary.Counts {
  /// Such as `alert 12,345  excepted 2`; a plain `ok 30` where nothing is wrong.
  fileprivate var words: Text {
    let groups: [(Text, Int)] = [
      (Standing.alert.words, alert), (Standing.unknown.words, unknown),
      (Standing.warning.words, warning), (Text(en: "excepted", ja: "例外"), suppressed),
    ]
    let shown = groups.filter { $0.1 > 0 }
    let all = shown.isEmpty ? [(Standing.ok.words, pass)] : shown
    return Text(
      en: all.map { "\($0.en) \($1.withSeparators)" }.joined(separator: "  "),
      ja: all.map { "\($0.ja) \($1.withSeparators)" }.joined(separator: "  ")
    )
  }
}
