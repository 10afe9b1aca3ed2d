import Checks
import Domain
import FoundationEssentials
import TerminalUI

/// Where things stand in the history: the list, and the selected line in full below.
struct HistoryLayout {
  let width: Int
  let height: Int

  init(_ surroundings: Surroundings) {
    width = surroundings.width
    height = surroundings.height
  }

  private var panelHeight: Int { height >= 20 ? 4 : 2 }
  var panel: Range<Int> { height - 2 - panelHeight..<height - 2 }
  static let firstRow = 3
  var list: Range<Int> { Self.firstRow..<panel.lowerBound }

  var tagColumn: Int { 19 }
  var kindColumn: Int { 24 }
  var personColumn: Int? { width >= 100 ? 44 : nil }
  var detailColumn: Int { width >= 100 ? 70 : 40 }
}

/// Draws the history.
struct HistoryDrawing {
  private let screen: HistoryScreen
  private let board: Board
  private let events: [HistoryLine]
  private let language: Language
  private let layout: HistoryLayout

  init?(_ screen: HistoryScreen, _ language: Language) {
    guard let surroundings = screen.surroundings else { return nil }
    self.screen = screen
    self.language = language
    board = surroundings.board
    events = screen.events
    layout = HistoryLayout(surroundings)
  }

  func draw(on canvas: inout Canvas) {
    let title = Text(en: "History", ja: "履歴")[language]
    let tabs =
      screen.isWhole
      ? Text(en: "the account", ja: "アカウント全体")
      : Text(en: "all rows: Tab", ja: "全体: Tab")
    canvas.drawBar(left: " \(title)   \(subject)", right: tabs[language], row: 0)
    drawSparkline(on: &canvas)
    drawHead(on: &canvas)
    drawList(on: &canvas)
    drawPanel(on: &canvas)
    drawFoot(on: &canvas)
  }

  private var subject: String {
    guard let row = screen.row, let check = Catalog.check(row) else {
      return board.owner(in: language)
    }
    return "\(row) \(check.shortTitle[language])"
  }

  /// How many alerts there were, scan by scan.
  private func drawSparkline(on canvas: inout Canvas) {
    let alerts = board.record?.alerts(of: screen.row) ?? []
    guard let last = alerts.last, let most = alerts.max() else { return }
    let label = Text(en: "alerts", ja: "アラート")[language]
    let words = Text(
      en: "now \(last.withSeparators), most \(most.withSeparators)",
      ja: "現在 \(last.withSeparators)、最大 \(most.withSeparators)"
    )[language]
    let width = layout.width - label.displayWidth - words.displayWidth - 8
    let line = Sparkline.text(alerts, width: max(8, width))
    canvas.write("\(label)  \(line)  \(words)", column: 1, row: 1, width: layout.width - 2)
  }

  private func drawHead(on canvas: inout Canvas) {
    canvas.fill(row: 2, style: .heading)
    let heads: [(Int?, Text)] = [
      (2, Text(en: "when", ja: "日時")), (layout.kindColumn, Text(en: "event", ja: "出来事")),
      (layout.personColumn, Text(en: "who", ja: "担当者")),
      (layout.detailColumn, Text(en: "detail", ja: "内容")),
    ]
    for case (let column?, let words) in heads {
      canvas.write(words[language], column: column, row: 2, style: .heading)
    }
  }

  private func drawList(on canvas: inout Canvas) {
    guard !events.isEmpty else {
      let words =
        screen.filter.isActive
        ? Text(en: "None matches. <Esc> shows all.", ja: "一致する履歴はありません。<Esc> で解除します。")
        : Text(en: "Nothing has happened here yet.", ja: "まだ履歴はありません。")
      return _ = canvas.write(
        screen.naming(words)[language],
        column: 2,
        row: layout.list.lowerBound + 1
      )
    }
    let visible = screen.selection.visible(height: layout.list.count)
    for (index, row) in zip(visible, layout.list) where events.indices.contains(index) {
      draw(events[index], index == screen.selection.index, on: &canvas, row: row)
    }
  }

  private func draw(_ event: HistoryLine, _ isSelected: Bool, on canvas: inout Canvas, row: Int) {
    let style: Style = isSelected ? .selected : .plain
    if isSelected {
      canvas.fill(row: row, style: style)
      canvas.write(">", row: row, style: style)
    }
    if let scan = event.scan, scan.number == screen.mark {
      canvas.write("*", column: 1, row: row, style: style)
    }
    canvas.write(board.dates.dateAndTime(event.at)[language], column: 2, row: row, style: style)
    if let mark = event.mark {
      canvas.write(
        mark.tag,
        column: layout.tagColumn,
        row: row,
        style: isSelected ? style : mark.style
      )
    }
    let end = layout.personColumn ?? layout.detailColumn
    write(event.kind[language], from: layout.kindColumn, to: end, style, on: &canvas, row: row)
    if let column = layout.personColumn {
      write(event.person, from: column, to: layout.detailColumn, style, on: &canvas, row: row)
    }
    write(
      event.detail[language],
      from: layout.detailColumn,
      to: layout.width,
      style,
      on: &canvas,
      row: row
    )
  }

  private func write(
    _ text: String,
    from column: Int,
    to end: Int,
    _ style: Style,
    on canvas: inout Canvas,
    row: Int
  ) {
    let text = text.truncated(toWidth: end - column - 1)
    canvas.write(text, column: column, row: row, style: style)
  }

  // MARK: Foot

  /// The selected line whole.
  private func drawPanel(on canvas: inout Canvas) {
    canvas.fill(row: layout.panel.lowerBound, style: .heading)
    guard events.indices.contains(screen.selection.index) else { return }
    let event = events[screen.selection.index]
    let who = event.person.isEmpty ? "" : "\(event.person)  "
    let words = "\(event.kind[language])  \(who)\(event.detail[language])"
    for (line, row) in zip(words.wrapped(toWidth: layout.width - 2), layout.panel.dropFirst()) {
      canvas.write(line, column: 1, row: row)
    }
  }

  private func drawFoot(on canvas: inout Canvas) {
    let row = layout.height - 2
    if screen.filter.isTyping || screen.filter.isActive {
      screen.filter.draw(
        on: &canvas,
        row: row,
        width: layout.width,
        shown: events.count,
        of: screen.all.count,
        in: language
      )
    } else if !events.isEmpty {
      let place = "\(screen.selection.index + 1) / \(events.count)"
      let words = whatEnterDoes.map { screen.naming($0)[language] } ?? ""
      canvas.write("\(place)   \(words)", column: 1, row: row, width: layout.width - 2)
    }
  }

  private var whatEnterDoes: Text? {
    guard let scan = screen.scan else { return nil }
    if let mark = screen.mark, mark != scan {
      return Text(
        en: "<Enter> compares scan \(mark) with scan \(scan)",
        ja: "<Enter> でスキャン \(mark) と \(scan) を比較"
      )
    }
    return Text(
      en: "<Enter> shows what changed in that scan",
      ja: "<Enter> でこのスキャンでの変化を表示"
    )
  }
}
