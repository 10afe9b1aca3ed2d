import Checks
import Domain
import TerminalUI

/// Draws the checklist.
struct ChecklistDrawing {
  let screen: ChecklistScreen
  let board: Board
  let language: Language
  let layout: ChecklistLayout

  init?(_ screen: ChecklistScreen, _ language: Language) {
    guard let surroundings = screen.surroundings else { return nil }
    self.screen = screen
    self.language = language
    board = surroundings.board
    layout = ChecklistLayout(surroundings, screen.preview)
  }

  func draw(on canvas: inout Canvas) {
    drawTitle(on: &canvas)
    if !layout.isZoomed {
      drawTableHead(on: &canvas)
      drawList(on: &canvas)
    }
    drawRunLine(on: &canvas)
    drawDetail(on: &canvas)
    if layout.hasPreview, let row = screen.selected {
      PreviewDrawing(row, board, language).draw(on: &canvas, columns: layout.previewColumns)
    }
  }

  // MARK: Head

  private func drawTitle(on canvas: inout Canvas) {
    let isNarrow = layout.width < 75
    let name =
      isNarrow
      ? Text(en: "AWS Checklist", ja: "チェックリスト")
      : Text(en: "AWS Security Checklist", ja: "AWSセキュリティチェックリスト")
    let gap = isNarrow ? " " : "   "
    let left = " " + name[language] + gap + board.owner(in: language, full: layout.hasPreview)
    canvas.drawBar(left: left, right: isNarrow ? shortFacts : facts, row: 0)
  }

  private var shortFacts: String {
    let toDo = Tally.toDo(in: board)
    guard layout.showsHeads else { return screen.selected?.check.section.title[language] ?? "" }
    return Text(en: "to do \(toDo)", ja: "要対応 \(toDo)")[language]
  }

  private var facts: String {
    var facts: [String] = []
    if !layout.showsHeads, let section = screen.selected?.check.section {
      facts.append(section.title[language])
    }
    if let scan = board.record?.lastScan {
      let regions = scan.regions.count
      facts.append(Text(en: "\(regions) regions", ja: "\(regions)リージョン")[language])
      if layout.hasPreview {
        let time = board.dates.moment(scan.finishedAt)
        facts.append(Text(en: "last run \(time.en)", ja: "最終実行 \(time.ja)")[language])
      }
    }
    facts.append(board.dates.time(board.now)[language])
    return facts.joined(separator: layout.hasPreview ? "   " : "  ")
  }

  private func drawTableHead(on canvas: inout Canvas) {
    guard let row = layout.tableHeadRow else { return }
    canvas.fill(row: row, columns: 0..<layout.listWidth, style: .heading)
    let names = Text(en: "state id", ja: "状態 番号")
    canvas.write(names[language], column: 2, row: row, style: .heading)
    let title = Text(en: "check", ja: "チェック項目")
    canvas.write(title[language], column: layout.titleColumn, row: row, style: .heading)
    let count = Text(en: "count", ja: "件数")
    canvas.writeRight(count[language], endingAt: layout.countEnd, row: row, style: .heading)
    let when = Text(en: "when/left", ja: "時刻/期限")
    canvas.writeRight(when[language], endingAt: layout.whenEnd, row: row, style: .heading)
  }

  // MARK: List

  private func drawList(on canvas: inout Canvas) {
    let lines = screen.lines(in: layout)
    guard !lines.isEmpty else { return drawEmpty(on: &canvas) }
    for (line, row) in zip(lines[screen.visibleLines(in: layout)], layout.list) {
      switch line {
      case .head(let section): drawHead(section, on: &canvas, row: row)
      case .row(let item): drawRow(item, on: &canvas, row: row)
      }
    }
  }

  private func drawEmpty(on canvas: inout Canvas) {
    let words = Text(
      en: "None of the \(board.rows.count) rows matches. <Esc> shows all of them.",
      ja: "\(board.rows.count)項目中 0件。<Esc> で解除します。"
    )
    canvas.write(screen.naming(words)[language], column: 2, row: layout.list.lowerBound + 1)
  }

  private func drawHead(_ section: Check.Section, on canvas: inout Canvas, row: Int) {
    canvas.fill(row: row, columns: 0..<layout.listWidth, style: .heading)
    let end = canvas.write(section.title[language], column: 1, row: row, style: .heading)
    guard !layout.hasPreview, layout.width >= 66 else { return }
    let sums = Tally(board.rows(in: section), of: board).sums(in: language)
    let room = layout.width - 1 - end - 2
    canvas.writeRight(
      sums.truncated(toWidth: room),
      endingAt: layout.width - 1,
      row: row,
      style: .heading
    )
  }

  private func drawRow(_ item: Board.Row, on canvas: inout Canvas, row: Int) {
    let isSelected = item.id == screen.selection.id
    let style: Style = isSelected ? .selected : .plain
    let words = RowWords(row: item, board: board)
    if isSelected {
      canvas.fill(row: row, columns: 0..<layout.listWidth, style: style)
      canvas.write(">", row: row, style: style)
    }
    if screen.marks.contains(item.id) { canvas.write("*", column: 1, row: row, style: style) }
    let mark = words.mark
    canvas.write(mark.tag, column: 2, row: row, style: isSelected ? style : mark.style)
    canvas.write(item.id.number, column: 7, row: row, style: style)
    let room = layout.titleEnd - layout.titleColumn
    let title = item.check.shortTitle[language].truncated(toWidth: room)
    canvas.write(title, column: layout.titleColumn, row: row, style: style)
    if let column = layout.kindColumn {
      canvas.write(words.kind[language], column: column, row: row, style: style)
    }
    if let end = layout.countEnd {
      canvas.writeRight(words.count, endingAt: end, row: row, style: style)
    }
    if let end = layout.whenEnd {
      canvas.writeRight(words.when[language], endingAt: end, row: row, style: style)
    }
  }

  // MARK: Foot

  private func drawRunLine(on canvas: inout Canvas) {
    if screen.filter.isTyping || screen.filter.isActive {
      screen.filter.draw(
        on: &canvas,
        row: layout.runRow,
        width: layout.width,
        shown: screen.visible.count,
        of: board.rows.count,
        in: language
      )
    } else if let problem = board.problem, !board.isRunning {
      canvas.write(problem.text[language], column: 1, row: layout.runRow, style: Style(.bad))
    } else if !screen.marks.isEmpty {
      canvas.write(marked, column: 1, row: layout.runRow, style: .bold)
    } else {
      let line = RunLine(board, language)
        .text(width: layout.width - 2, isWide: layout.hasPreview)
      let style = board.isRunning ? Style(.active) : .plain
      canvas.write(line, column: 1, row: layout.runRow, style: style)
    }
  }

  /// How many are marked, and what the keys would do with them.
  private var marked: String {
    let manual = screen.marked.count(where: \.check.isManual)
    let count = screen.marked.count
    let attest = Text(en: "<a> attests \(manual)", ja: "<a> で評価 \(manual)項目")
    let run = Text(en: "<r> runs \(count)", ja: "<r> で実行 \(count)項目")
    let known = screen.marked.count { !board.attestations(of: $0.id).isEmpty }
    let renew = Text(en: "<A> renews \(known)", ja: "<A> で再評価 \(known)項目")
    let keys = [manual > 0 ? attest : nil, known > 0 ? renew : nil, run].compactMap {
      $0.map { screen.naming($0)[language] }
    }
    return Text(en: "marked \(count): ", ja: "選択 \(count): ")[language]
      + keys.joined(separator: "   ")
  }

  private func drawDetail(on canvas: inout Canvas) {
    guard let row = layout.detailRow else { return }
    let words =
      if let problem = board.problem, !board.isRunning {
        problem.hint[language]
      } else {
        switch layout.detail {
        case .criterion: criterion
        case .toDo: " " + Tally.toDo(in: board, language)
        case .position: position
        }
      }
    canvas.write(words.truncated(toWidth: layout.width - 2), column: 1, row: row)
  }

  private var criterion: String {
    guard let row = screen.selected else { return "" }
    let criterion = row.check.criterion
    return Text(en: "Alert when: \(criterion.en)", ja: "基準: \(criterion.ja)にアラート")[language]
  }

  private var position: String {
    let shown = screen.lines(in: layout)[screen.visibleLines(in: layout)].compactMap(\.row)
    let ids = screen.visible.map(\.id)
    guard let first = shown.first.flatMap({ ids.firstIndex(of: $0.id) }) else { return "" }
    return "\(first + 1)-\(first + shown.count) / \(ids.count)"
  }
}
