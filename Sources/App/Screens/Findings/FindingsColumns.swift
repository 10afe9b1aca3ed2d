import Domain
import TerminalUI

/// The rows of the list that are on screen with every word whole, for looking at them sideways.
struct FindingsColumns {
  /// How far one key goes.
  static let step = 8
  private static let gap = 2

  let lines: [String]
  /// The longest of them, in cells.
  let width: Int

  /// Cells of one row each, all rows with as many.
  init(_ rows: [[String]]) {
    let columns = rows.map(\.count).min() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0[column].displayWidth }.max() ?? 0
    }
    lines = rows.map { row in
      zip(row, widths).map { $0.padded(toWidth: $1 + Self.gap) }.joined()
    }
    width = max(0, widths.reduce(0) { $0 + $1 + Self.gap } - Self.gap)
  }

  /// How far the rows can be shifted before their end is in sight.
  func furthest(in room: Int) -> Int {
    let hidden = max(0, width - room)
    return (hidden + Self.step - 1) / Self.step * Self.step
  }
}
