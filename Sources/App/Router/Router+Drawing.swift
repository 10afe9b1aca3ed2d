import Domain
import TerminalUI

extension Router {
  package func draw(on canvas: inout Canvas, in language: Language) {
    guard canvas.width >= Self.smallest.width, canvas.height >= Self.smallest.height else {
      return drawTooSmall(on: &canvas, in: language)
    }
    let bottom = stack.lastIndex { !$0.isPopup } ?? 0
    for page in stack[bottom...] {
      canvas.restCursor()
      page.draw(on: &canvas, in: language)
    }
    drawFooter(on: &canvas, in: language)
    if let words = (question?.text ?? notice?.text)?[language] {
      drawNotice(words, on: &canvas)
    }
  }

  private func drawFooter(on canvas: inout Canvas, in language: Language) {
    let row = canvas.height - 1
    canvas.fill(row: row, style: .bar)
    let hints = footer(in: language).line(width: canvas.width - 2)
    canvas.write(hints, column: Self.footerColumn, row: row, style: .bar)
  }

  static let footerColumn = 1

  func footer(in language: Language) -> Footer {
    Footer(question?.hints(in: language) ?? hints(in: language))
  }

  private func hints(in language: Language) -> [Footer.Hint] {
    let own = top.hints(in: language)
    let hints =
      own + globalHints(in: language).filter { hint in !own.contains { $0.key == hint.key } }
    return top.hidesGlobalKeys
      ? hints : surroundings.keys.renamed(hints, on: topTable, in: language)
  }

  /// Letters are text while somebody types.
  private func globalHints(in language: Language) -> [Footer.Hint] {
    guard !top.hidesGlobalKeys else { return [] }
    let possible = GlobalCommand.keymap.filter { $0.weight > 0 && refusal(of: $0.command) == nil }
    return possible.compactMap { binding in
      let hint = binding.hint(in: language)
      return binding.command == .back && stack.count == 1 ? hint?.quitting(in: language) : hint
    }
  }

  /// Above the footer, in as many lines as it takes.
  ///
  /// What stands at the right of its last line, such as the place in a list, stays where it can.
  private func drawNotice(_ words: String, on canvas: inout Canvas) {
    let lines = words.wrapped(toWidth: canvas.width - 2)
    let last = lines.count == 1 ? top.noticeRow(height: canvas.height) : canvas.height - 2
    for (offset, line) in lines.reversed().enumerated() {
      let row = last - offset
      let end = offset == 0 ? canvas.rightBlock(row: row, after: line.displayWidth + 3) : nil
      canvas.fill(row: row, columns: 0..<(end ?? canvas.width))
      canvas.write(line, column: 1, row: row, style: .bold)
    }
  }

  private func drawTooSmall(on canvas: inout Canvas, in language: Language) {
    let (width, height) = Self.smallest
    canvas.fill(row: 0, style: .bar)
    canvas.write("AWS Checklist", column: 1, row: 0, style: .bar)
    let lines = [
      Text(
        en: "screen \(canvas.width)x\(canvas.height)",
        ja: "画面 \(canvas.width)x\(canvas.height)"
      ),
      Text(en: "needs \(width)x\(height)", ja: "\(width)x\(height) 以上必要"),
      Text(en: "enlarge, or q", ja: "広げるか q"),
    ]
    for (index, line) in lines.enumerated() {
      canvas.write(line[language], column: 1, row: index + 1)
    }
  }
}

extension Canvas {
  /// Where the text at the right edge of a row begins, if a gap of blanks parts it from the rest
  /// and it begins after a column.
  fileprivate func rightBlock(row: Int, after column: Int) -> Int? {
    let isBlank = { (column: Int) in self[column, row].text == " " }
    guard let last = (0..<width).last(where: { !isBlank($0) }), last >= width - 4 else {
      return nil
    }
    let gap = (1..<last).last { isBlank($0) && isBlank($0 - 1) && isBlank(max(0, $0 - 2)) }
    guard let gap, gap + 1 > column else { return nil }
    return gap + 1
  }

  /// Takes the cursor from a screen that another one covers in part: only one row may have it.
  fileprivate mutating func restCursor() {
    cursor = nil
    for row in 0..<height where self[0, row].text == ">" && self[0, row].style == .selected {
      write(" ", row: row, style: .selected)
    }
  }
}

extension Footer.Hint {
  /// On the checklist there is nothing to go back to.
  fileprivate func quitting(in language: Language) -> Self {
    var hint = self
    hint.words = Text(en: "quit", ja: "終了")[language]
    return hint
  }
}

extension Question {
  /// No is what every other key means.
  func hints(in language: Language) -> [Footer.Hint] {
    let no = Text(en: "stay", ja: "やめる")
    return [
      Footer.Hint("n", no, weight: 2, in: language),
      Footer.Hint("y", yes, weight: 1, in: language),
    ]
  }
}
