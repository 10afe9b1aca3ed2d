import Checks
import Domain
import TerminalUI

/// What moved between two scans, as lines of a given width.
struct DifferenceText {
  /// A row's lines of a kind; the command prints them all.
  private static let mostShown = 500

  private let difference: ScanDifference
  private let dates: DateWords
  private let language: Language
  private let width: Int
  private(set) var lines: [StyledLine] = []

  init(_ difference: ScanDifference, _ surroundings: Surroundings, width: Int) {
    self.difference = difference
    self.width = width
    language = surroundings.language
    dates = surroundings.board.dates
    let moments = [difference.from, difference.to].map { dates.dateAndTime($0.finishedAt) }
    let span = Text(
      en: "from \(moments[0].en) to \(moments[1].en)",
      ja: "\(moments[0].ja) から \(moments[1].ja) まで"
    )
    lines = [StyledLine(span[language], .dimmed)]
    for (row, moved) in difference.rows.sorted(by: { $0.key < $1.key }) { add(moved, of: row) }
    if difference.rows.isEmpty {
      lines += ["", StyledLine(Text(en: "Nothing moved.", ja: "変化はありません。")[language])]
    }
    addUncompared()
  }

  private mutating func add(_ moved: RowDifference, of row: CheckID) {
    let title = Catalog.check(row)?.shortTitle[language] ?? ""
    lines += ["", StyledLine("\(row)  \(title)", .heading)]
    add(moved.new, "+")
    add(moved.gone, "-")
    add(moved.changed.map(\.after), "~")
  }

  private mutating func add(_ records: [FindingRecord], _ sign: String) {
    for record in records.prefix(Self.mostShown) {
      let (finding, mark) = (record.finding, Mark(record.finding))
      let name = finding.resource.label(in: language)
      let region = finding.resource.region.map { "  " + $0.name.sanitized } ?? ""
      lines.append(
        StyledLine([
          .init("\(sign) ", .bold), .init(mark.tag, mark.style), .init(" \(name)\(region)"),
        ])
      )
      let reason = FindingText(record, language, width: width).reason
      lines += reason.wrapped(toWidth: width - 7).map { StyledLine("       " + $0, .dimmed) }
    }
    let rest = (records.count - Self.mostShown)
    guard rest > 0 else { return }
    let count = rest.withSeparators
    let words = Text(
      en: "and \(count) more; ascheck diff lists them all",
      ja: "ほか\(count)件 (ascheck diff ですべて表示)"
    )
    lines.append(StyledLine("\(sign) " + words[language]))
  }

  private mutating func addUncompared() {
    guard !difference.uncompared.isEmpty else { return }
    let names = difference.uncompared.map(\.number).joined(separator: ", ")
    let words = Text(
      en: "Not scanned before: \(names)",
      ja: "以前のスキャンがない項目: \(names)"
    )
    lines += [""] + words[language].wrapped(toWidth: width).map { StyledLine($0) }
  }
}
