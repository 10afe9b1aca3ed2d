import TerminalUI

/// Rows of cells, in columns where the width allows it.
///
/// Wide columns give way first, in the middle of their texts, since both ends of a name tell it
/// apart. Where even that is too wide each row becomes a few lines of labels and values, so that
/// nothing is lost.
struct TextTable {
  struct Row {
    let cells: [String]
    var style: Style = .plain
  }

  /// No column is made narrower than this for the sake of the others.
  private static let narrowest = 12
  private static let gap = 2

  let columns: [String]
  let rows: [Row]

  func lines(width: Int) -> [StyledLine] {
    guard let widths = widths(fitting: width) else { return rows.flatMap { stack($0, width) } }
    let head = StyledLine(line(columns, widths), Style(underlined: true))
    return [head] + rows.map { StyledLine(line($0.cells, widths), $0.style) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).map { cell, width in
      cell.truncatedMiddle(toWidth: width).padded(toWidth: width)
    }
    .joined(separator: String(repeating: " ", count: Self.gap))
  }

  /// `nil` when the columns do not fit.
  private func widths(fitting width: Int) -> [Int]? {
    var widths = columns.indices.map { index in
      ([columns] + rows.map(\.cells)).map { index < $0.count ? $0[index].displayWidth : 0 }.max()
        ?? 0
    }
    var surplus = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - width
    while surplus > 0 {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > Self.narrowest
      else { return nil }
      widths[widest] -= 1
      surplus -= 1
    }
    return widths
  }

  /// The first cell, and below it the others with what they mean.
  private func stack(_ row: Row, _ width: Int) -> [StyledLine] {
    guard let first = row.cells.first else { return [] }
    let rest = zip(columns, row.cells).dropFirst().filter { !["-", ""].contains($0.1) }
    let facts = rest.map { "\($0.0): \($0.1)" }.joined(separator: "   ")
    let below = facts.isEmpty ? [] : facts.wrapped(toWidth: max(10, width - 2))
    return [StyledLine(first.truncatedMiddle(toWidth: width), row.style)]
      + below.map { StyledLine("  \($0)") }
  }
}
