import TerminalUI

/// Rows of cells, in columns where the width allows it.
///
/// Wide columns give way first: what they hold goes on in the line below. Where even that is too
/// wide each row becomes a few lines of labels and values. Nothing is cut off.
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
    let head = lines(of: columns, widths).map { StyledLine($0, Style(underlined: true)) }
    return head
      + rows.flatMap { row in
        lines(of: row.cells, widths).map { StyledLine($0, row.style) }
      }
  }

  private func lines(of cells: [String], _ widths: [Int]) -> [String] {
    let columns = zip(cells, widths).map { $0.wrapped(toWidth: $1) }
    return (0..<(columns.map(\.count).max() ?? 0)).map { index in
      zip(columns, widths).map { parts, width in
        (index < parts.count ? parts[index] : "").padded(toWidth: width)
      }
      .joined(separator: String(repeating: " ", count: Self.gap))
    }
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
    var lines: [String] = []
    for fact in rest.map({ "\($0.0): \($0.1)" }) {
      if let last = lines.last, (last + Self.between + fact).displayWidth <= width - 2 {
        lines[lines.count - 1] += Self.between + fact
      } else {
        lines += fact.wrapped(toWidth: max(10, width - 2))
      }
    }
    return [StyledLine(first.truncatedMiddle(toWidth: width), row.style)]
      + lines.map { StyledLine("  \($0)") }
  }

  /// Between a value and the next label.
  private static let between = "   "
}
