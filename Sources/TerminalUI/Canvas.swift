/// A grid of styled cells that screens draw on.
///
/// A canvas knows no terminal. The curses driver copies it to one, and tests read it as text.
package struct Canvas: Equatable, Sendable {
  package struct Cell: Equatable, Sendable {
    /// A base character with its combining marks; empty in the second half of a wide one.
    package var text: String = " "
    package var style: Style = .plain
  }

  package struct Position: Equatable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  package let width: Int
  package let height: Int
  /// Where the caret stands.
  ///
  /// Without one the driver parks the cursor out of sight.
  package var cursor: Position?
  private var cells: [Cell]

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
    self.cells = Array(repeating: Cell(), count: width * height)
  }

  package subscript(column: Int, row: Int) -> Cell {
    cells[row * width + column]
  }
}
