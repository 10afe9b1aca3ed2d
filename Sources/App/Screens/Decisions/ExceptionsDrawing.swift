import Domain
import FoundationEssentials
import Reports
import TerminalUI

/// Where things stand on the page of exceptions: the list, and the selected one in full below.
struct ExceptionsLayout {
  let width: Int
  let height: Int

  init(_ surroundings: Surroundings) {
    width = surroundings.width
    height = surroundings.height
  }

  private var panelHeight: Int { height >= 20 ? 7 : 4 }
  var panel: Range<Int> { height - 2 - panelHeight..<height - 2 }
  static let firstRow = 2
  var list: Range<Int> { Self.firstRow..<panel.lowerBound }

  var stateColumn: Int { 2 }
  var endColumn: Int { 16 }
  var countEnd: Int { 36 }
  var scopeColumn: Int { 38 }
}

/// Draws the page of exceptions.
struct ExceptionsDrawing {
  private let screen: ExceptionsScreen
  private let board: Board
  private let language: Language
  private let layout: ExceptionsLayout

  init?(_ screen: ExceptionsScreen, _ language: Language) {
    guard let surroundings = screen.surroundings else { return nil }
    self.screen = screen
    self.language = language
    board = surroundings.board
    layout = ExceptionsLayout(surroundings)
  }

  func draw(on canvas: inout Canvas) {
    let title = Text(en: "Exceptions", ja: "例外")[language]
    canvas.drawBar(left: " \(title)   \(board.owner(in: language))", right: sums, row: 0)
    drawHead(on: &canvas)
    let visible = screen.selection.visible(height: layout.list.count)
    for (index, row) in zip(visible, layout.list) {
      guard let it = board.record?.log.suppression(screen.selection.ids[index]) else { continue }
      draw(it, index == screen.selection.index, on: &canvas, row: row)
    }
    if screen.selection.ids.isEmpty { drawEmpty(on: &canvas) }
    drawPanel(on: &canvas)
    drawFoot(on: &canvas)
  }

  /// Such as `in force 3  due soon 1`.
  private var sums: String {
    let states = screen.all.map { $0.state(at: board.now) }
    return Suppression.State.allCases.compactMap { state in
      let count = states.count { $0 == state }
      return count == 0 ? nil : "\(state.words[language]) \(count)"
    }
    .joined(separator: "  ")
  }

  private func drawHead(on canvas: inout Canvas) {
    canvas.fill(row: 1, style: .heading)
    let heads: [(Int, Text)] = [
      (layout.stateColumn, Text(en: "state", ja: "状態")),
      (layout.endColumn, Text(en: "until", ja: "期限")),
      (layout.scopeColumn, Text(en: "for", ja: "対象")),
    ]
    for (column, words) in heads {
      canvas.write(words[language], column: column, row: 1, style: .heading)
    }
    let count = Text(en: "covers", ja: "件数")[language]
    canvas.writeRight(count, endingAt: layout.countEnd, row: 1, style: .heading)
  }

  private func draw(
    _ suppression: Suppression,
    _ isSelected: Bool,
    on canvas: inout Canvas,
    row: Int
  ) {
    let style: Style = isSelected ? .selected : .plain
    if isSelected {
      canvas.fill(row: row, style: style)
      canvas.write(">", row: row, style: style)
    }
    let state = suppression.state(at: board.now)
    let words = state.words[language].truncated(toWidth: layout.endColumn - 3)
    canvas.write(
      words,
      column: layout.stateColumn,
      row: row,
      style: isSelected ? style : Self.style(of: state)
    )
    let end = board.dates.date(suppression.expiresAt)[language]
    canvas.write(end, column: layout.endColumn, row: row, style: style)
    let count = board.record?.covered(by: suppression.id) ?? 0
    canvas.writeRight(count.withSeparators, endingAt: layout.countEnd, row: row, style: style)
    let scope = suppression.scope.words[language].sanitized
    let room = layout.width - layout.scopeColumn - 1
    canvas.write(
      scope.truncatedMiddle(toWidth: room),
      column: layout.scopeColumn,
      row: row,
      style: style
    )
  }

  private static func style(of state: Suppression.State) -> Style {
    switch state {
    case .inForce: .plain
    case .dueSoon: Style(.caution)
    case .expired: Style(.bad)
    case .ended, .notYet: .dimmed
    }
  }

  private func drawEmpty(on canvas: inout Canvas) {
    let words =
      screen.filter.isActive
      ? Text(en: "None matches. <Esc> shows all.", ja: "一致する例外はありません。<Esc> で解除します。")
      : Text(
        en:
          "Nothing is accepted. <x> on a finding, or here with a pattern, accepts it until a day.",
        ja: "例外はありません。検出の画面で <x> を押すと、期限付きで例外を登録できます。"
      )
    for (offset, line) in screen.naming(words)[language].wrapped(toWidth: layout.width - 4)
      .enumerated()
    {
      canvas.write(line, column: 2, row: layout.list.lowerBound + 1 + offset)
    }
  }

  // MARK: Foot

  private func drawPanel(on canvas: inout Canvas) {
    canvas.fill(row: layout.panel.lowerBound, style: .heading)
    guard let it = screen.selected else { return }
    let id = String(it.id.prefix(8)).sanitized
    canvas.write(id, column: 1, row: layout.panel.lowerBound, style: .heading)
    for (line, row) in zip(lines(of: it), layout.panel.dropFirst()) {
      canvas.write(line, column: 1, row: row, width: layout.width - 2)
    }
  }

  /// The selected one in full: what for, why, and what became of it.
  private func lines(of suppression: Suppression) -> [String] {
    let width = layout.width - 2
    let recorded = board.dates.dateAndTime(suppression.recordedAt)
    let person = suppression.person.sanitized
    var lines = suppression.scope.words[language].sanitized.wrapped(toWidth: width)
    lines += suppression.reason.sanitized.wrapped(toWidth: width)
    lines.append(
      Text(en: "recorded \(recorded.en) by \(person)", ja: "登録 \(recorded.ja)  \(person)")[language]
    )
    if let last = suppression.renewals.last {
      let count = suppression.renewals.count
      let (date, person) = (board.dates.date(last.recordedAt), last.person.sanitized)
      lines.append(
        Text(
          en: "renewed \(count) times, last \(date.en) by \(person)",
          ja: "更新 \(count)回、最終 \(date.ja)  \(person)"
        )[language]
      )
    }
    if let ending = suppression.ending {
      let (date, person) = (board.dates.date(ending.recordedAt), ending.person.sanitized)
      lines.append(
        Text(en: "ended \(date.en) by \(person)", ja: "終了 \(date.ja)  \(person)")[language]
      )
    }
    return lines
  }

  private func drawFoot(on canvas: inout Canvas) {
    let row = layout.height - 2
    if screen.filter.isTyping || screen.filter.isActive {
      screen.filter.draw(
        on: &canvas,
        row: row,
        width: layout.width,
        shown: screen.selection.ids.count,
        of: screen.all.count,
        in: language
      )
    } else if !screen.selection.ids.isEmpty {
      let place = "\(screen.selection.index + 1) / \(screen.selection.ids.count)"
      canvas.write(place, column: 1, row: row)
    }
  }
}
