import Checks
import Domain
import TerminalUI

/// What the account shows about a manual row, as lines of a given width: for the row's own screen,
/// the preview and the form that records an evaluation.
struct EvidenceText {
  /// How many rows of a table the row's screen shows.
  private static let rowsShown = 12

  let row: Board.Row
  let dates: DateWords
  let language: Language
  let width: Int

  private var judgement: Judgement { row.judgement }
  private var evidence: Evidence? { judgement.evidence?.evidence }

  /// Everything, what counts most first.
  var all: [StyledLine] {
    guard let evidence else { return [heading, none] }
    return [heading] + summary + alerts + flags + labelled + hidden
      + evidence.tables.flatMap(lines(of:))
  }

  /// Without tables.
  var brief: [StyledLine] {
    guard evidence != nil else { return [heading, none] }
    return [heading] + summary + alerts + flags + labelled + hidden
  }

  /// What a reviewer must see while answering, in at most so many lines.
  func glance(_ height: Int) -> [StyledLine] {
    guard evidence != nil else {
      let words = Text(
        en: "no facts are gathered yet: r on the row gathers them",
        ja: "証跡は未取得です。項目の画面の r で取得します"
      )
      return wrapped(words, mark: "? ", Style(.doubtful))
    }
    let lines = alerts + moved + flags + summary + hidden + labelled
    guard lines.count > height else { return lines }
    let rest = lines.count - height + 1
    let more = Text(en: "  \(rest) more lines on the row's screen", ja: "  ほか\(rest)行は項目の画面にあります")
    return Array(lines.prefix(max(0, height - 1))) + [StyledLine(more[language], .dimmed)]
  }

  private var heading: StyledLine {
    let words = Text(en: "Facts for the reviewer", ja: "評価のための証跡")[language]
    guard let record = judgement.evidence else { return StyledLine(words, .bold) }
    let ago = dates.ago(record.gatheredAt)
    let age = Text(en: "   gathered \(ago.en)", ja: "   \(ago.ja)に取得")[language]
    return StyledLine([.init(words, .bold), .init(age, .dimmed)])
  }

  private var none: StyledLine {
    let words = Text(en: "not gathered yet; r gathers them", ja: "まだ取得していません。r で取得します")
    return StyledLine("  \(words[language])")
  }

  private var summary: [StyledLine] {
    guard let summary = evidence?.summary else { return [] }
    return summary[language].sanitized.wrapped(toWidth: max(10, width - 2))
      .map { StyledLine("  \($0)") }
  }

  private var alerts: [StyledLine] {
    judgement.alerts.flatMap { wrapped($0, mark: "!!", Style(.bad, bold: true)) }
  }

  private var flags: [StyledLine] {
    (evidence?.flags ?? []).flatMap { wrapped($0, mark: "! ", Style(.caution)) }
  }

  private var hidden: [StyledLine] {
    (evidence?.notVisible ?? []).flatMap { wrapped($0.words, mark: "? ", Style(.doubtful)) }
  }

  private var labelled: [StyledLine] {
    let lines = evidence?.lines ?? []
    let labels = lines.map { $0.label[language].sanitized }
    let column = min(width / 2, (labels.map(\.displayWidth).max() ?? 0) + 2)
    return zip(labels, lines).flatMap { label, line in
      let value = line.value[language].sanitized.wrapped(toWidth: max(10, width - column - 2))
      return value.enumerated().map { index, part in
        StyledLine("  " + (index == 0 ? label : "").padded(toWidth: column) + part)
      }
    }
  }

  private func wrapped(_ words: Text?, mark: String, _ style: Style) -> [StyledLine] {
    guard let words else { return [] }
    return words[language].sanitized.wrapped(toWidth: max(10, width - 5)).enumerated()
      .map { index, part in
        StyledLine([.init("  "), .init(index == 0 ? mark : "  ", style), .init(" \(part)")])
      }
  }

  private func lines(of table: Evidence.Table) -> [StyledLine] {
    guard !table.rows.isEmpty else { return [] }
    let title = StyledLine("  \(table.title[language].sanitized)", .bold)
    let shown = table.rows.prefix(Self.rowsShown)
    let text = TextTable(
      columns: table.columns.map { $0[language].sanitized },
      rows: shown.map { row in
        TextTable.Row(
          cells: row.cells.map { $0[language].sanitized },
          style: row.isFlagged ? Style(.caution, bold: true) : .plain
        )
      }
    )
    return [title] + text.lines(width: width - 4).map(indented) + more(table)
  }

  private func more(_ table: Evidence.Table) -> [StyledLine] {
    let rest = table.omitted + max(0, table.rows.count - Self.rowsShown)
    guard rest > 0 else { return [] }
    let number = row.id.number
    let words = Text(
      en: "and \(rest.withSeparators) more: ascheck evidence \(number)",
      ja: "ほか\(rest.withSeparators)件: ascheck evidence \(number)"
    )
    return [StyledLine("    \(words[language])", .dimmed)]
  }

  private func indented(_ line: StyledLine) -> StyledLine {
    StyledLine([.init("    ")] + line.pieces)
  }
}

// MARK: What moved since the answer

extension EvidenceText {
  /// Then, now and change in three columns.
  var changes: [StyledLine] {
    guard let difference = judgement.difference, !difference.rows.isEmpty else { return [] }
    let since = judgement.review.attestation.map { dates.date($0.attestedAt) }
    let words = Text(
      en: "What moved since the evaluation (\(since?.en ?? ""))",
      ja: "前回の評価 (\(since?.ja ?? "")) からの変化"
    )
    let columns = [
      Text(en: "fact", ja: "証跡"), Text(en: "then", ja: "評価時"), Text(en: "now", ja: "現在"),
      Text(en: "change", ja: "変化"),
    ]
    let table = TextTable(
      columns: columns.map { $0[language] },
      rows: difference.rows.map { change in
        TextTable.Row(
          cells: [
            name(of: change), change.then[language].sanitized, change.now[language].sanitized,
            change.change.words[language],
          ],
          style: change.isMaterial ? Style(.caution, bold: true) : .plain
        )
      }
    )
    return [StyledLine(words[language], .bold)]
      + table.lines(width: width - 2).map { line in
        StyledLine([.init("  ")] + line.pieces)
      }
  }

  /// The same in a line each, of what counts.
  private var moved: [StyledLine] {
    guard judgement.isStale else { return [] }
    return (judgement.difference?.rows ?? []).filter(\.isMaterial).flatMap { change in
      let words = "\(name(of: change)): \(change.then[language]) -> \(change.now[language])"
      let text = Text(en: words, ja: words)
      return wrapped(text, mark: "~ ", Style(.caution, bold: true))
    }
  }

  private func name(of change: MaterialDifference.Row) -> String {
    let item = change.item.isEmpty ? "" : " \(change.item)"
    let region = change.region.map { " (\($0.name))" } ?? ""
    return "\(change.label[language])\(item)\(region)".sanitized
  }
}
