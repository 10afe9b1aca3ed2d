/// Where the characters of a field stand when its lines are cut to a width.
struct TextFieldLayout {
  /// Ranges of characters, without the line breaks between them.
  let rows: [Range<Int>]
  let caret: Canvas.Position
  private let widths: [Int]

  init(_ field: TextField, width: Int) {
    let widths = field.characters.map { String($0).displayWidth }
    let rows = Self.rows(of: field, widths: widths, width: width)
    let row = rows.lastIndex { $0.lowerBound <= field.caret } ?? 0
    let before = widths[rows[row].lowerBound..<field.caret].reduce(0, +)
    self.widths = widths
    self.rows = rows
    caret = Canvas.Position(column: before, row: row)
  }

  /// The caret's place before the character that covers a column, or at the end of the row.
  func place(at column: Int, inRow row: Int) -> Int {
    var used = 0
    for index in rows[row] {
      used += widths[index]
      if used > column { return index }
    }
    // The end of a wrapped row is the beginning of the next one: stay before its last character.
    let isWrapped = row + 1 < rows.count && rows[row + 1].lowerBound == rows[row].upperBound
    return isWrapped ? rows[row].upperBound - 1 : rows[row].upperBound
  }

  private static func rows(of field: TextField, widths: [Int], width: Int) -> [Range<Int>] {
    guard field.lines == .several else { return [0..<field.characters.count] }
    // One cell stays free for a caret after the last character.
    let breaker = LineBreaker(width: max(2, width - 1))
    var start = 0
    return field.characters.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      line in
      let clusters = line.indices.map { index in
        LineBreaker.Cluster(text: String(line[index]), width: widths[index])
      }
      defer { start += line.count + 1 }
      return breaker.lines(of: clusters).map { $0.lowerBound + start..<$0.upperBound + start }
    }
  }
}

extension TextField {
  /// Draws the part of the field around the caret in `width` by `height` cells.
  ///
  /// The caret is put on the canvas while the field has the focus.
  package func draw(
    on canvas: inout Canvas,
    column: Int,
    row: Int,
    width: Int,
    height: Int = 1,
    style: Style = .plain,
    isFocused: Bool = true
  ) {
    let layout = TextFieldLayout(self, width: width)
    let left = lines == .one ? max(0, layout.caret.column - width + 1) : 0
    let top = max(0, min(layout.caret.row, layout.rows.count) - height + 1)
    for (offset, range) in layout.rows.dropFirst(top).prefix(height).enumerated() {
      var line = Canvas(width: width, height: 1)
      line.fill(row: 0, style: style)
      line.write(String(characters[range]), column: -left, row: 0, style: style)
      canvas.place(line, column: column, row: row + offset)
    }
    if isFocused {
      canvas.cursor = Canvas.Position(
        column: column + min(layout.caret.column - left, width - 1),
        row: row + layout.caret.row - top
      )
    }
  }
}
