/// A grid of styled cells that screens draw on.
///
/// A canvas knows no terminal. The curses driver copies it to one, and tests read it as text.
/// Whatever falls outside is left out, so a screen may draw without knowing how much fits.
package struct Canvas: Equatable, Sendable {
  package struct Cell: Equatable, Sendable {
    /// A base character with its combining marks; empty in the second half of a wide one.
    package var text: String = " "
    package var style: Style = .plain
  }

  package struct Position: Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  package let width: Int
  package let height: Int
  /// Where the caret stands; without one the cursor is hidden.
  package var cursor: Position?
  /// Where a hidden cursor waits: the selected row, because screen readers follow it.
  package var anchor: Position?
  private(set) var cells: [Cell]

  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    self.cells = Array(repeating: Cell(), count: self.width * self.height)
  }

  package subscript(column: Int, row: Int) -> Cell {
    cells[row * width + column]
  }

  /// Writes one line, cut after `limit` cells and at the edges; a column may be negative.
  ///
  /// Gives the column after the last cell written.
  @discardableResult
  package mutating func write(
    _ text: String,
    column: Int = 0,
    row: Int,
    style: Style = .plain,
    width limit: Int = .max
  ) -> Int {
    guard (0..<height).contains(row) else { return column }
    let end = limit < width - column ? column + max(0, limit) : width
    var pen = Pen(column: column, row: row, end: end, style: style)
    for scalar in text.unicodeScalars {
      guard write(scalar, with: &pen) else { break }
    }
    mend(row: row, at: column)
    mend(row: row, at: pen.column)
    return pen.column
  }

  /// Writes one line that ends before `end`, by default the right edge.
  ///
  /// When it is too long its beginning is kept.
  package mutating func writeRight(
    _ text: String,
    endingAt end: Int? = nil,
    row: Int,
    style: Style = .plain
  ) {
    let end = end ?? width
    let column = max(0, end - text.displayWidth)
    write(text, column: column, row: row, style: style, width: end - column)
  }

  /// Blanks a row, or some columns of it, in a style.
  package mutating func fill(row: Int, columns: Range<Int>? = nil, style: Style = .plain) {
    let columns = clamped(columns, in: row)
    for column in columns {
      cells[row * width + column] = Cell(text: " ", style: style)
    }
    mend(row: row, at: columns.lowerBound)
    mend(row: row, at: columns.upperBound)
  }

  /// Gives a row, or some columns of it, another style and leaves the text.
  package mutating func restyle(row: Int, columns: Range<Int>? = nil, style: Style) {
    for column in clamped(columns, in: row) {
      cells[row * width + column].style = style
    }
  }

  /// Copies another canvas onto this one, and takes over its cursor if it has one.
  package mutating func place(_ other: Canvas, column: Int = 0, row: Int) {
    for otherRow in 0..<other.height {
      let columns = clamped(column..<column + other.width, in: row + otherRow)
      for target in columns {
        cells[(row + otherRow) * width + target] = other[target - column, otherRow]
      }
      mend(row: row + otherRow, at: columns.lowerBound)
      mend(row: row + otherRow, at: columns.upperBound)
    }
    if let theirs = other.cursor {
      cursor = Position(column: column + theirs.column, row: row + theirs.row)
    }
  }
}

extension Canvas {
  /// Where the next character goes while a line is written.
  private struct Pen {
    var column: Int
    let row: Int
    let end: Int
    let style: Style
    /// The cell that combining marks join.
    var base: Int?
  }

  /// What `cchar_t` holds besides the base character.
  private static let mostMarks = 4

  /// False once the line is full.
  private mutating func write(_ scalar: Unicode.Scalar, with pen: inout Pen) -> Bool {
    let taken = scalar.displayWidth
    guard taken > 0 else {
      join(scalar, to: pen.base)
      return true
    }
    guard pen.column + taken <= pen.end else {
      if pen.column < pen.end { put(" ", with: &pen) }
      return false
    }
    guard pen.column >= 0 else {
      // A wide character that straddles the left edge shows as a blank.
      pen.column += taken
      if pen.column == 1 { cells[pen.row * width] = Cell(text: " ", style: pen.style) }
      return true
    }
    put(String(Character(scalar)), with: &pen)
    pen.base = pen.row * width + pen.column - 1
    if taken == 2 { put("", with: &pen) }
    return true
  }

  private mutating func put(_ text: String, with pen: inout Pen) {
    cells[pen.row * width + pen.column] = Cell(text: text, style: pen.style)
    pen.column += 1
  }

  private mutating func join(_ mark: Unicode.Scalar, to base: Int?) {
    guard let base, mark.isCombiningMark else { return }
    guard cells[base].text.unicodeScalars.count <= Self.mostMarks else { return }
    cells[base].text.unicodeScalars.append(mark)
  }

  /// Blanks the half of a wide character that lost its other half between `column - 1` and
  /// `column`.
  private mutating func mend(row: Int, at column: Int) {
    guard (0..<height).contains(row), (0...width).contains(column) else { return }
    let right = row * width + column
    let leftIsWide = column > 0 && cells[right - 1].isWide
    let rightIsHalf = column < width && cells[right].text.isEmpty
    if leftIsWide, !rightIsHalf { cells[right - 1].text = " " }
    if rightIsHalf, !leftIsWide { cells[right].text = " " }
  }

  private func clamped(_ columns: Range<Int>?, in row: Int) -> Range<Int> {
    guard (0..<height).contains(row) else { return 0..<0 }
    return (columns ?? 0..<width).clamped(to: 0..<width)
  }
}

extension Canvas.Cell {
  var isWide: Bool { text.unicodeScalars.first?.displayWidth == 2 }
}
