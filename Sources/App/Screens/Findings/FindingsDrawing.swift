import Checks
import Domain
import FoundationEssentials
import TerminalUI

/// Where things stand on the list of findings, by the size of the terminal.
///
/// As the width falls the number of scans goes first, then the date, the region and the reason.
struct FindingsLayout {
  private static let panelHeight = 12

  let width: Int
  let height: Int

  init(_ surroundings: Surroundings) {
    width = surroundings.width
    height = surroundings.height
  }

  /// The selected finding in some detail below the list, where there is room.
  var panel: Range<Int>? {
    width >= 100 && height >= 34 ? height - 1 - Self.panelHeight..<height - 1 : nil
  }
  static let firstRow = 3
  var list: Range<Int> { Self.firstRow..<(panel?.lowerBound ?? height - 3) }

  var nameColumn: Int { 10 }
  var nameWidth: Int { width >= 110 ? 34 : width >= 60 ? 22 : width - nameColumn - 1 }
  var regionColumn: Int? { width >= 60 ? nameColumn + nameWidth + 1 : nil }
  var reasonColumn: Int? { regionColumn.map { $0 + 16 } }
  var dateColumn: Int? { width >= 110 ? width - 25 : width >= 70 ? width - 13 : nil }
  var scansEnd: Int? { width >= 110 ? width - 3 : nil }
  var reasonWidth: Int { (dateColumn.map { $0 - 1 } ?? width - 1) - (reasonColumn ?? width) }
}

/// Draws the list of findings.
struct FindingsDrawing {
  private let screen: FindingsScreen
  private let list: FindingsList
  private let board: Board
  private let row: Board.Row
  private let language: Language
  private let layout: FindingsLayout
  /// Where the list begins when it is looked at sideways; 0 at its own beginning.
  private let shift: Int

  init?(_ screen: FindingsScreen, _ language: Language) {
    guard let surroundings = screen.surroundings,
      let row = surroundings.board.row(screen.row)
    else { return nil }
    self.screen = screen
    list = screen.list
    self.row = row
    self.language = language
    board = surroundings.board
    layout = FindingsLayout(surroundings)
    shift = screen.shift
  }

  func draw(on canvas: inout Canvas) {
    drawTitle(on: &canvas)
    drawFilter(on: &canvas)
    drawTableHead(on: &canvas)
    drawList(on: &canvas)
    if let panel = layout.panel {
      drawPanel(on: &canvas, rows: panel)
    } else {
      drawSelectedWhole(on: &canvas)
    }
  }

  // MARK: Head

  private func drawTitle(on canvas: inout Canvas) {
    let words = RowWords(row: row, board: board)
    var left = " \(row.id) \(row.check.shortTitle[language])"
    left += "   \(words.mark.tag) \(words.statement(in: language))"
    if layout.width >= 100, let change = board.change(of: row.id) {
      let (new, gone) = (change.appeared.withSeparators, change.gone.withSeparators)
      left += Text(en: "   +\(new) new  -\(gone) gone", ja: "   前回比 +\(new) -\(gone)")[language]
    }
    let ago = row.summary.map { board.dates.ago($0.checkedAt)[language] } ?? ""
    canvas.drawBar(left: left, right: ago, row: 0)
  }

  private func drawFilter(on canvas: inout Canvas) {
    let total = list.findings?.records.count ?? 0
    if list.filter.isActive || list.filter.isTyping {
      list.filter.draw(
        on: &canvas,
        row: 1,
        width: layout.width,
        shown: list.selection.ids.count,
        of: total,
        facts: facts,
        in: language
      )
    } else {
      let counts = row.summary?.counts ?? RowSummary.Counts()
      let words = facts.joined(separator: "   ")
      canvas.writeRight(words, endingAt: layout.width - 1, row: 1)
      let room = layout.width - 2 - (words.isEmpty ? 0 : words.displayWidth + 2)
      canvas.write(screen.showsPast ? gone : breakdown(counts), column: 1, row: 1, width: room)
    }
  }

  /// How many are marked, what is being worked out, and the order.
  private var facts: [String] {
    [marked, waiting, list.order.statement(in: language)].compactMap { $0 }
  }

  private var marked: String? {
    let count = list.markedCount
    guard count > 0 else { return nil }
    let words = Text(
      en: "marked \(count.withSeparators)",
      ja: "選択 \(count.withSeparators)"
    )
    guard list.hiddenMarks > 0 else { return words[language] }
    let hidden = list.hiddenMarks.withSeparators
    return Text(en: "\(words.en) (\(hidden) hidden)", ja: "\(words.ja) (非表示 \(hidden))")[language]
  }

  private var waiting: String? {
    guard let awaited = list.awaited else { return nil }
    return awaited.query.hasPatterns
      ? Text(en: "searching ..", ja: "検索中")[language]
      : Text(en: "sorting ..", ja: "並べ替え中")[language]
  }

  /// Such as `alert 4  could not evaluate 1  ok 230`.
  private func breakdown(_ counts: RowSummary.Counts) -> StyledLine {
    let groups: [(Mark, Int)] = [
      (Mark(.alert), counts.alert), (Mark(.unknown), counts.unknown),
      (Mark(.warning), counts.warning), (Mark(.ok), counts.pass - counts.warning),
      (Mark(.attestedNotApplicable), counts.notApplicable),
    ]
    let excepted = (Self.excepted, counts.suppressed)
    let gone = (Self.gone, row.findings?.past?.records.count ?? 0)
    let shown = (groups.map { ($0.words, $1) } + [excepted, gone]).filter { $0.1 > 0 }
    return StyledLine(shown.map { .init("\($0[language]) \($1.withSeparators)  ") })
  }

  /// Such as `gone 12  not seen 3   Tab shows what is there`.
  private var gone: StyledLine {
    let all = list.findings?.ids ?? []
    let unseen = all.count { row.findings?.fate(of: $0)?.state == .unseen }
    let gone = (all.count - unseen).withSeparators
    let words = Text(
      en: "gone \(gone)  not seen \(unseen.withSeparators)   <Tab> shows what is there",
      ja: "消滅 \(gone)件  未確認 \(unseen.withSeparators)件   <Tab> で現在の検出へ"
    )
    return StyledLine(screen.naming(words)[language], .bold)
  }

  private static let gone = Text(en: "gone", ja: "消滅")
  private static let excepted = Text(en: "excepted", ja: "例外")

  private func drawTableHead(on canvas: inout Canvas) {
    canvas.fill(row: 2, style: .heading)
    guard shift == 0 else { return drawShifted(columns.lines[0], on: &canvas, row: 2, .heading) }
    let heads: [(Int?, FindingOrder.Key)] = [
      (2, .state), (layout.nameColumn, .resource), (layout.regionColumn, .region),
      (layout.reasonColumn, .reason), (layout.dateColumn, .firstSeen),
    ]
    for case (let column?, let key) in heads {
      canvas.write(head(key), column: column, row: 2, style: .heading)
    }
    guard let end = layout.scansEnd else { return }
    canvas.writeRight(head(.scans), endingAt: end, row: 2, style: .heading)
  }

  /// With the direction, where the list is sorted by it.
  private func head(_ key: FindingOrder.Key) -> String {
    let part = list.order.parts.first { $0.key == key }
    let name =
      key == .firstSeen && screen.showsPast
      ? Text(en: "gone since", ja: "消えた日") : key.words
    return name[language] + (part.map { $0.isDescending ? "-" : "+" } ?? "")
  }

  // MARK: List

  private func drawList(on canvas: inout Canvas) {
    let ids = list.selection.ids
    guard !ids.isEmpty else {
      for (offset, line) in emptyWords.wrapped(toWidth: layout.width - 4).enumerated() {
        canvas.write(line, column: 2, row: layout.list.lowerBound + 1 + offset)
      }
      return
    }
    let visible = list.selection.visible(height: layout.list.count)
    let isMarkedNew = board.pastCounts(of: row.id).count > 1
    let range = list.marks.range(in: list.selection)
    let shifted = shift == 0 ? [] : columns.lines.dropFirst()
    for (index, line) in zip(visible, layout.list) {
      guard let record = list.findings?.records[ids[index]] else { continue }
      let isSelected = index == list.selection.index
      if isSelected { canvas.fill(row: line, style: .selected) }
      if shifted.isEmpty {
        drawColumns(of: record, on: &canvas, row: line, isSelected ? .selected : .plain)
      } else {
        let text = shifted[shifted.startIndex + line - layout.list.lowerBound]
        drawShifted(text, on: &canvas, row: line, isSelected ? .selected : .plain)
      }
      drawHead(of: record, isSelected, isMarkedNew, on: &canvas, row: line)
      if list.marks.contains(ids[index]) || range?.contains(index) ?? false {
        canvas.write("*", column: 1, row: line, style: isSelected ? .selected : .bold)
      }
    }
  }

  /// What is special about it: excepted, new, gone, or hidden from the last scan.
  private func sign(of record: FindingRecord, isMarkedNew: Bool) -> String {
    if let fate = row.findings?.fate(of: record.id) { return fate.state == .gone ? "-" : "?" }
    if row.exceptions.covers(record) { return "=" }
    return isMarkedNew && record.isNew ? "+" : ""
  }

  /// What stays in sight when the rest of the row is shifted.
  private func drawHead(
    of record: FindingRecord,
    _ isSelected: Bool,
    _ isMarkedNew: Bool,
    on canvas: inout Canvas,
    row: Int
  ) {
    let style: Style = isSelected ? .selected : .plain
    if isSelected { canvas.write(">", row: row, style: style) }
    let mark = Mark(record.finding)
    canvas.write(mark.tag, column: 2, row: row, style: isSelected ? style : mark.style)
    canvas.write(sign(of: record, isMarkedNew: isMarkedNew), column: 7, row: row, style: style)
  }

  private func drawColumns(
    of record: FindingRecord,
    on canvas: inout Canvas,
    row: Int,
    _ style: Style
  ) {
    let finding = record.finding
    let name = finding.resource.label(in: language).truncatedMiddle(toWidth: layout.nameWidth)
    canvas.write(name, column: layout.nameColumn, row: row, style: style)
    if let column = layout.regionColumn {
      let region = finding.resource.region?.name.sanitized ?? "-"
      canvas.write(region.truncated(toWidth: 15), column: column, row: row, style: style)
    }
    if let column = layout.reasonColumn {
      let reason = FindingText(record, language, width: layout.width).shortReason
      let text = reason.truncated(toWidth: layout.reasonWidth)
      canvas.write(text, column: column, row: row, style: style)
    }
    if let column = layout.dateColumn {
      canvas.write(firstSeen(record), column: column, row: row, style: style)
    }
    if let end = layout.scansEnd {
      let scans = FindingText(record, language, width: layout.width).scans[language]
      canvas.writeRight(scans, endingAt: end, row: row, style: style)
    }
  }

  private func drawShifted(_ line: String, on canvas: inout Canvas, row: Int, _ style: Style) {
    let first = layout.nameColumn
    canvas.write(line, column: first - min(shift, furthestShift), row: row, style: style)
    canvas.fill(row: row, columns: 0..<first, style: style)
  }

  /// How far the rows on screen reach beyond the edge.
  var furthestShift: Int { columns.furthest(in: layout.width - layout.nameColumn - 1) }

  /// The table's heads, and the rows on screen.
  private var columns: FindingsColumns {
    let keys: [FindingOrder.Key] = [.resource, .region, .reason, .firstSeen, .scans]
    let rows = list.selection.visible(height: layout.list.count).compactMap { index in
      list.findings?.records[list.selection.ids[index]]
    }
    return FindingsColumns([keys.map(head)] + rows.map(cells))
  }

  private func cells(of record: FindingRecord) -> [String] {
    let words = FindingText(record, language, width: layout.width)
    let resource = record.finding.resource
    return [
      resource.label(in: language), resource.region?.name.sanitized ?? "-", words.shortReason,
      firstSeen(record), words.scans[language],
    ]
  }

  private func firstSeen(_ record: FindingRecord) -> String {
    let date = row.findings?.fate(of: record.id)?.at ?? record.firstSeen
    return board.dates.ago(date)[language].truncated(toWidth: 12)
  }

  private var emptyWords: String {
    if screen.showsPast, list.findings != nil, !list.filter.isActive {
      return Text(
        en: "Nothing that was here has gone, as far as is remembered.",
        ja: "なくなった検出はありません。"
      )[language]
    }
    guard let findings = list.findings else {
      return row.summary == nil
        ? screen.naming(Self.notRun)[language]
        : Text(en: "Reading the saved findings.", ja: "保存された検出を読み込んでいます。")[language]
    }
    let total = findings.records.count.withSeparators
    return list.filter.isActive
      ? screen.naming(
        Text(en: "None of \(total) matches. <Esc> shows all.", ja: "\(total)件中 0件。<Esc> で解除します。")
      )[language]
      : Text(en: "0 findings.", ja: "0件。アラート基準に当てはまるものはありません。")[language]
  }

  private static let notRun = Text(
    en: "This row has not been run yet. <r> runs it.",
    ja: "まだ実行していません。<r> で実行します。"
  )

  // MARK: Foot

  private func drawSelectedWhole(on canvas: inout Canvas) {
    let row = layout.height - 3
    if let arn = screen.selected?.finding.resource.arn.sanitized {
      canvas.write(arn.truncatedMiddle(toWidth: layout.width - 2), column: 1, row: row)
    }
    drawPlace(on: &canvas, row: row + 1)
  }

  private func drawPlace(on canvas: inout Canvas, row: Int, style: Style = .plain) {
    let count = list.selection.ids.count
    guard count > 0 else { return }
    let visible = list.selection.visible(height: layout.list.count)
    let index = (list.selection.index + 1).withSeparators
    canvas.writeRight(
      "\(index) / \(count.withSeparators)   \(visible.upperBound * 100 / count)%",
      endingAt: layout.width - 1,
      row: row,
      style: style
    )
  }

  private func seen(_ record: FindingRecord, _ words: FindingText) -> StyledLine {
    let label = Text(en: "first seen", ja: "初検出")
    return StyledLine([
      .init("  \(label[language])  ", .dimmed), .init(words.dates(board.dates)),
    ])
  }

  private func drawPanel(on canvas: inout Canvas, rows: Range<Int>) {
    let head = rows.lowerBound
    canvas.fill(row: head, style: .heading)
    guard let record = screen.selected else { return }
    let resource = record.finding.resource
    canvas.write(resource.label(in: language), column: 1, row: head, style: .heading)
    drawPlace(on: &canvas, row: head, style: .heading)
    let words = FindingText(record, language, width: layout.width - 2)
    let mark = Mark(record.finding)
    let lines: [StyledLine] =
      [
        StyledLine(resource.arn.sanitized),
        StyledLine([.init(mark.tag, mark.style), .init(" \(words.reason)")]),
      ] + words.warnings + words.values + [seen(record, words)]
    for (line, row) in zip(lines, rows.dropFirst().dropLast()) {
      canvas.write(line, column: 1, row: row, width: layout.width - 2)
    }
  }
}
