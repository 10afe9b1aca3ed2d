import Checks
import Domain
import FoundationEssentials
import Reports
import TerminalUI

/// Rows of a screen that are to be in a file.
///
/// The text is made where it is written: a hundred thousand rows take longer than a frame.
package struct Writing: Equatable, Sendable {
  /// What a screen has to write: the marked rows, or else those that its filter leaves.
  package enum Rows: Sendable {
    case checklist(AccountRecord?, [CheckID])
    case findings(AccountID?, CheckID, Findings, [Int], RowExceptions)
    case exceptions(AccountRecord, [Suppression.ID])
  }

  package let rows: Rows
  package let request: WriteRequest
  let language: Language
  let dates: DateWords

  package static func == (one: Self, other: Self) -> Bool {
    one.rows == other.rows && one.request == other.request && one.language == other.language
  }

  /// Such as `ascheck-ASC-07-2026-11-24.csv`.
  package var name: String {
    let day = dates.zone.calendarTime(of: dates.now).date
    return "ascheck-\(rows.name)-\(day).\(request.format.rawValue)"
  }

  package var bytes: [UInt8] {
    switch request.format {
    case .json: Array(rows.json(at: dates.now).utf8)
    case .csv: Array(table.csv(in: language).utf8)
    case .md: Array("# \(rows.title[language])\n\n\(table.markdown)".utf8)
    }
  }

  private var table: Table {
    let words = WrittenWords(language: language, dates: dates)
    return switch rows {
    case .checklist(let record, let rows):
      ChecklistTable(Rows.report(record, rows, dates.now), on: words.page).table
    case .findings(_, _, let findings, let places, let exceptions):
      words.table(of: places.map { findings.records[$0] }, exceptions)
    case .exceptions(let record, let ids):
      words.table(of: ids.compactMap { record.log.suppression($0) }, record)
    }
  }
}

/// What was typed after `:write`.
package struct WriteRequest: Hashable, Sendable {
  package var format: TableFormat
  /// `nil` for a name of the program's own, in the folder it was started in.
  package var path: String?
  /// Whether a file that lies there already gives way, as with `:write!`.
  package var replaces = false

  package init(_ format: TableFormat, to path: String? = nil, replaces: Bool = false) {
    (self.format, self.path, self.replaces) = (format, path, replaces)
  }

  /// Reads `write csv`, `write md notes.md`, `w! rows.json`; `nil` for anything else.
  ///
  /// Where no format is named the end of the path says which.
  init?(typed: String) {
    let words = typed.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 2, let verb = words.first?.foldedASCII else { return nil }
    let replaces = verb.hasSuffix("!")
    guard ["w", "write"].contains(replaces ? String(verb.dropLast()) : verb) else { return nil }
    let rest = words[1].split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    if let format = rest.first.flatMap({ TableFormat(named: $0.foldedASCII) }) {
      self.init(format, to: rest.dropFirst().first?.trimmed, replaces: replaces)
    } else if let end = words[1].trimmed.split(separator: ".").last,
      let format = TableFormat(named: end.lowercased())
    {
      self.init(format, to: words[1].trimmed, replaces: replaces)
    } else {
      return nil
    }
  }
}

extension String {
  /// Typed with the input method on or off, in capitals or not.
  fileprivate var foldedASCII: String { String(decoding: FoldedText(self).bytes, as: UTF8.self) }
}

/// What became of rows that were to be written.
package struct Written: Equatable, Sendable {
  let count: Int
  let path: String

  var words: Text {
    let path = path.sanitized
    return Text(
      en: "\(count.withSeparators) \(count == 1 ? "row" : "rows") written to \(path)",
      ja: "\(count.withSeparators)件を \(path) に書き出しました"
    )
  }
}

extension Writing.Rows: Equatable {
  package static func == (one: Self, other: Self) -> Bool {
    switch (one, other) {
    case (.checklist(let record, let rows), .checklist(let otherRecord, let others)):
      record == otherRecord && rows == others
    case (
      .findings(_, let row, let findings, let places, _),
      .findings(_, let other, let others, let otherPlaces, _)
    ):
      row == other && findings === others && places == otherPlaces
    case (.exceptions(let record, let ids), .exceptions(let otherRecord, let others)):
      record == otherRecord && ids == others
    default: false
    }
  }

  package var count: Int {
    switch self {
    case .checklist(_, let rows): rows.count
    case .findings(_, _, _, let places, _): places.count
    case .exceptions(_, let ids): ids.count
    }
  }

  fileprivate var name: String {
    switch self {
    case .checklist: "checklist"
    case .findings(_, let row, _, _, _): "ASC-\(row.number)"
    case .exceptions: "exceptions"
    }
  }

  fileprivate var title: Text {
    switch self {
    case .checklist: Text(en: "AWS Security Checklist", ja: "AWSセキュリティチェックリスト")
    case .findings(_, let row, _, _, _): Catalog.check(row)?.title ?? Text(en: "", ja: "")
    case .exceptions: Text(en: "Exceptions", ja: "例外")
    }
  }

  fileprivate static func report(
    _ record: AccountRecord?,
    _ rows: [CheckID],
    _ now: Date
  ) -> ListReport {
    ListReport(rows.compactMap(Catalog.check), record: record, now: now)
  }

  fileprivate func json(at now: Date) -> String {
    switch self {
    case .checklist(let record, let rows):
      ListReportJSON(Self.report(record, rows, now)).text
    case .findings(let account, let row, let findings, let places, let exceptions):
      FindingsJSON(
        account,
        row,
        places.map { (findings.records[$0], exceptions.suppression(of: findings.records[$0])) }
      ).text
    case .exceptions(let record, let ids): ExceptionsReport(record, now: now, only: ids).json
    }
  }
}
