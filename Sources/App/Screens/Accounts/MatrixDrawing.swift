import Checks
import Domain
import TerminalUI

/// Draws accounts against rows.
struct MatrixDrawing {
  /// Title, two lines of row numbers, two of words and the footer.
  static let linesAround = 6
  static let firstRow = 3
  private static let cell = 3

  private let screen: MatrixScreen
  private let board: Board
  private let language: Language

  init?(_ screen: MatrixScreen, _ language: Language) {
    guard let surroundings = screen.surroundings else { return nil }
    self.screen = screen
    self.language = language
    board = surroundings.board
  }

  func draw(on canvas: inout Canvas) {
    drawTitle(on: &canvas)
    let columns = columns(width: canvas.width)
    drawHead(columns, on: &canvas)
    let lines = screen.visible
    for (offset, index) in screen.selection.visible(height: screen.selection.height).enumerated() {
      draw(lines[index], columns, on: &canvas, row: Self.firstRow + offset)
    }
    drawWords(on: &canvas)
  }

  /// As wide as leaves all rows in sight, and never too narrow for an account's number.
  private func nameWidth(_ width: Int) -> Int {
    max(14, min(32, width - 8 - Catalog.checks.count * Self.cell))
  }

  private func firstColumn(_ width: Int) -> Int { 2 + nameWidth(width) + 5 }

  /// The rows that fit, the cursor's among them.
  private func columns(width: Int) -> Range<Int> {
    let room = max(1, (width - 1 - firstColumn(width)) / Self.cell)
    let first = max(0, min(screen.column - room / 2, Catalog.checks.count - room))
    return first..<min(Catalog.checks.count, first + room)
  }

  // MARK: Head

  private func drawTitle(on canvas: inout Canvas) {
    let (shown, total) = (screen.visible.count, screen.grid?.lines.count ?? 0)
    let count = Text(
      en: shown == total ? "\(total) accounts" : "\(shown) of \(total) accounts",
      ja: shown == total ? "\(total)アカウント" : "\(shown) / \(total)アカウント"
    )
    let name = Text(en: " Accounts and rows   \(count.en)", ja: " アカウント別の状況   \(count.ja)")
    let order =
      screen.isSortedByColumn
      ? Text(en: "worst in \(screen.check.id)", ja: "\(screen.check.id) の悪い順")
      : Text(en: "worst first", ja: "悪い順")
    canvas.drawBar(left: name[language], right: order[language], row: 0)
  }

  /// `02-01` takes two lines, so that a column need not be wider than a state.
  private func drawHead(_ columns: Range<Int>, on canvas: inout Canvas) {
    for row in 1...2 { canvas.fill(row: row, style: .heading) }
    let account = Text(en: "account", ja: "アカウント")[language]
    canvas.write(account, column: 2, row: 2, style: .heading)
    let end = firstColumn(canvas.width) - 1
    let toDo = Text(en: "!", ja: "!")[language]
    canvas.writeRight(toDo, endingAt: end, row: 2, style: .heading)
    for (offset, index) in columns.enumerated() {
      let column = firstColumn(canvas.width) + offset * Self.cell
      let parts = Catalog.checks[index].id.number.split(separator: "-").map(String.init)
      let style: Style = index == screen.column ? .selected : .heading
      canvas.write(parts.count > 1 ? parts[0] : "", column: column, row: 1, style: style)
      canvas.write(parts[parts.count - 1], column: column, row: 2, style: style)
    }
  }

  // MARK: Lines

  private func draw(
    _ line: AccountGrid.Line,
    _ columns: Range<Int>,
    on canvas: inout Canvas,
    row: Int
  ) {
    let isSelected = line.id == screen.selection.id
    let style: Style = isSelected ? .selected : .plain
    if isSelected {
      canvas.fill(row: row, style: style)
      canvas.write(">", row: row, style: style)
    }
    let name = line.name.isEmpty ? line.id.grouped : line.name.sanitized
    let width = nameWidth(canvas.width)
    canvas.write(name.truncated(toWidth: width), column: 2, row: row, style: style)
    let end = firstColumn(canvas.width) - 1
    canvas.writeRight(line.toDo.withSeparators, endingAt: end, row: row, style: style)
    for (offset, index) in columns.enumerated() {
      let column = firstColumn(canvas.width) + offset * Self.cell
      let standing = line.standings[Catalog.checks[index].id] ?? .neverRun
      // The tag without its brackets.
      let tag = String(standing.tag.dropFirst().dropLast())
      let isHere = isSelected && index == screen.column
      let own: Style = isSelected ? (isHere ? .plain : style) : Mark(standing).style
      canvas.write(tag, column: column, row: row, style: own)
    }
  }

  // MARK: Words

  private func drawWords(on canvas: inout Canvas) {
    let row = canvas.height - 3
    if screen.filter.isTyping || screen.filter.isActive {
      screen.filter.draw(
        on: &canvas,
        row: row,
        width: canvas.width,
        shown: screen.visible.count,
        of: screen.grid?.lines.count ?? 0,
        in: language
      )
    } else if let line = screen.selected {
      canvas.write(facts(of: line).truncated(toWidth: canvas.width - 2), column: 1, row: row)
    }
    guard let line = screen.selected else { return }
    let standing = line.standings[screen.check.id] ?? .neverRun
    let title = screen.check.shortTitle[language]
    let words = "\(standing.tag) \(screen.check.id) \(title): \(standing.words[language])"
    canvas.write(words.truncated(toWidth: canvas.width - 2), column: 1, row: row + 1)
  }

  private func facts(of line: AccountGrid.Line) -> String {
    let run = line.record.lastScan.map { board.dates.ago($0.finishedAt) }
    let when = run ?? Text(en: "never run", ja: "未実行")
    let words = Text(
      en: "\(line.id.grouped)   \(when.en)   alerts \(line.alerts)  to do \(line.toDo)",
      ja: "\(line.id.grouped)   \(when.ja)   アラート \(line.alerts)  要対応 \(line.toDo)"
    )
    return words[language]
  }
}
