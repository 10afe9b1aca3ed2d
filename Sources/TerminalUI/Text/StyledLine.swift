/// One line made of pieces in different styles.
package struct StyledLine: Hashable, Sendable, ExpressibleByStringLiteral {
  package struct Piece: Hashable, Sendable {
    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  package var pieces: [Piece]

  package init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  package init(_ text: String, _ style: Style = .plain) {
    pieces = [Piece(text, style)]
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  package var text: String { pieces.map(\.text).joined() }
  package var displayWidth: Int { pieces.reduce(0) { $0 + $1.text.displayWidth } }
}

extension Canvas {
  /// Writes the pieces one after another, cut after `limit` cells and at the edges.
  ///
  /// Gives the column after the last cell written.
  @discardableResult
  package mutating func write(
    _ line: StyledLine,
    column: Int = 0,
    row: Int,
    width limit: Int = .max
  ) -> Int {
    var pen = column
    for piece in line.pieces {
      pen = write(
        piece.text,
        column: pen,
        row: row,
        style: piece.style,
        width: limit - (pen - column)
      )
    }
    return pen
  }
}
