import Checks
import Domain
import TerminalUI

/// Draws what the selected row is about, beside the checklist.
struct PreviewDrawing {
  private let row: Board.Row
  private let board: Board
  private let language: Language

  init(_ row: Board.Row, _ board: Board, _ language: Language) {
    self.row = row
    self.board = board
    self.language = language
  }

  /// From below the title bar to above the last three lines.
  func draw(on canvas: inout Canvas, columns: Range<Int>) {
    let id = "\(row.id)  "
    let title = id + row.check.title(fitting: columns.count - id.displayWidth, in: language)
    canvas.fill(row: 1, columns: columns, style: .heading)
    canvas.write(
      title.truncated(toWidth: columns.count),
      column: columns.lowerBound,
      row: 1,
      style: .heading
    )
    for (index, line) in lines(width: columns.count).enumerated() {
      guard index + 2 < canvas.height - 3 else { break }
      canvas.write(line, column: columns.lowerBound, row: index + 2, width: columns.count)
    }
  }

  private func lines(width: Int) -> [StyledLine] {
    let text = ItemText(row: row, board: board, language: language, width: width)
    let blocks =
      row.check.isManual
      ? [
        text.criterion, text.evidence.changes, text.evidence.brief, text.evaluations, text.why,
        text.remedy,
      ]
      : [
        text.criterion, text.why, text.remedy, text.regions, text.topFindings(4), text.history,
      ]
    let shown = blocks.filter { !$0.isEmpty }.flatMap { [StyledLine("")] + $0 }
    return text.state(width: text.width) + shown
  }
}
