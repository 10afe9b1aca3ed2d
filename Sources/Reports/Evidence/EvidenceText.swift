import Checks
import Domain

/// Evidence beside a manual row, for people.
extension TextReport {
  /// Everything, what counts most first.
  mutating func write(_ judgement: Judgement, of check: Check) {
    heading(Text(en: "Facts for the reviewer", ja: "評価のための証跡"))
    guard let record = judgement.evidence else {
      let number = check.id.number
      return paragraph(
        words(
          Text(
            en: "not gathered yet: ascheck evidence \(number) --refresh",
            ja: "まだ取得していません: ascheck evidence \(number) --refresh"
          )
        ),
        indent: 2
      )
    }
    let at = page.typography.dateAndTime(record.gatheredAt)
    line("  " + words(Text(en: "gathered \(at.en)", ja: "取得 \(at.ja)")))
    paragraph(clean(words(record.evidence.summary)), indent: 2)
    writeUrgent(judgement, indent: 2, limit: .max)
    write(record.evidence)
    if let difference = judgement.difference { write(difference) }
  }

  /// What a reviewer must look at first, in at most so many flags.
  mutating func writeUrgent(_ judgement: Judgement, indent: Int, limit: Int = 3) {
    let flags = judgement.evidence?.evidence.flags ?? []
    for alert in judgement.alerts { point("!!", clean(words(alert)), indent: indent) }
    if judgement.isStale {
      let count = (judgement.difference?.rows ?? []).count { $0.isMaterial }
      let moved = Text(
        en: "facts that moved since the evaluation: \(count)",
        ja: "評価後に変化した証跡: \(count)件"
      )
      point("~", words(moved), indent: indent)
    }
    for flag in flags.prefix(limit) { point("!", clean(words(flag)), indent: indent) }
    guard flags.count > limit else { return }
    let rest = flags.count - limit
    point("!", words(Text(en: "and \(rest) more", ja: "ほか\(rest)件")), indent: indent)
  }

  private mutating func point(_ mark: String, _ words: String, indent: Int) {
    paragraph("\(filled(mark, 2)) \(words)", indent: indent, hanging: 3)
  }

  private mutating func write(_ evidence: Evidence) {
    for gap in evidence.notVisible { point("?", clean(words(gap.words)), indent: 2) }
    let labels = evidence.lines.map { clean(words($0.label)) }
    let width = labels.map(page.typography.width).max() ?? 0
    for (label, line) in zip(labels, evidence.lines) {
      entry(filled(label, width), clean(words(line.value)), indent: 2)
    }
    for table in evidence.tables where !table.rows.isEmpty { write(table) }
  }

  private mutating func write(_ table: Evidence.Table) {
    line()
    line("  " + words(table.title))
    let columns = table.columns.map { words($0) }
    write(columns, table.rows.map { ($0.isFlagged, $0.cells.map { clean(words($0)) }) })
    guard table.omitted > 0 else { return }
    let rest = table.omitted.grouped
    line("    " + words(Text(en: "and \(rest) more", ja: "ほか\(rest)件")))
  }

  private mutating func write(_ difference: MaterialDifference) {
    guard !difference.rows.isEmpty else { return }
    line()
    heading(Text(en: "What moved since the evaluation", ja: "前回の評価からの変化"))
    let columns = [
      Text(en: "fact", ja: "証跡"), Text(en: "then", ja: "評価時"), Text(en: "now", ja: "現在"),
      Text(en: "change", ja: "変化"),
    ]
    let rows = difference.rows.map { change in
      let item = change.item.isEmpty ? "" : " \(change.item)"
      let region = change.region.map { " (\($0.name))" } ?? ""
      let fact = clean(words(change.label) + item + region)
      return (
        change.isMaterial,
        [fact, clean(words(change.then)), clean(words(change.now)), words(change.change.words)]
      )
    }
    write(columns.map { words($0) }, rows)
  }

  /// A table with a mark before each row that counts.
  private mutating func write(_ columns: [String], _ rows: [(isMarked: Bool, cells: [String])]) {
    let widths = columns.indices.map { index in
      ([columns] + rows.map(\.cells)).map { page.typography.width($0[index]) }.max() ?? 0
    }
    line("    " + zip(columns, widths).map { filled($0, $1) }.joined(separator: "  "))
    for row in rows {
      let cells = zip(row.cells, widths).map { filled($0, $1) }.joined(separator: "  ")
      line((row.isMarked ? "  ! " : "    ") + cells)
    }
  }
}
