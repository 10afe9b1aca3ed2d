import TerminalUI
import Testing

struct TextFieldTests {
  @Test func takesTypedText() {
    #expect(typed("gp3", "あ") == "gp3あ|")
    #expect(typed("か", "\u{3099}", "x") == "か\u{3099}x|")
  }

  @Test func movesByCharactersAndWords() {
    #expect(typed("ab cd", .left, .left, .left, "x") == "abx| cd")
    #expect(typed("ab cd", .home, .right, "x") == "ax|b cd")
    #expect(typed("ab cd ef", .controlLeft, .controlLeft, "x") == "ab x|cd ef")
    #expect(typed("ab cd ef", .control("a"), .controlRight, .controlRight, "x") == "ab cdx| ef")
    #expect(typed("ab", .control("a"), .left, "x", .control("e"), .right, "y") == "xaby|")
    #expect(typed("a", .control("b"), "x", .control("f"), "y") == "xay|")
  }

  @Test func deletesAsReadlineDoes() {
    #expect(typed("abc", .backspace) == "ab|")
    #expect(typed("abc", .left, .delete) == "ab|")
    #expect(typed("abc", .left, .control("d"), .control("h")) == "a|")
    #expect(typed("ab cd", .control("w")) == "ab |")
    #expect(typed("ab cd  ", .control("w")) == "ab |")
    #expect(typed("ab cd", .left, .left, .control("k")) == "ab |")
    #expect(typed("ab cd", .left, .left, .control("u")) == "|cd")
    #expect(typed("", .backspace, .delete, .control("w"), .control("u"), .control("k")) == "|")
    #expect(typed("か\u{3099}", .backspace) == "|")
  }

  @Test func knowsJapaneseWordsByTheirScript() {
    #expect(typed("四半期ごとのローテーション", .control("w")) == "四半期ごとの|")
    #expect(typed("四半期ごとの", .control("w"), .control("w")) == "|")
  }

  @Test func leavesOtherKeysToTheScreen() {
    var field = TextField("x")
    for key: Key in [.enter, .tab, .escape, .up, .down, .control("s"), .function(1), .pageUp] {
      let isTaken = field.press(key)
      #expect(!isTaken)
    }
    #expect(field.text == "x")
  }

  @Test func takesPasteAsText() {
    var field = TextField("[]")
    field.press(.left)
    field.paste("a\u{1B}[31m\r\nb\tc\u{7}")
    #expect(field.text == "[a[31m b c]")
    var note = TextField(lines: .several)
    note.paste("一行目\r\n二行目\r三")
    #expect(note.text == "一行目\n二行目\n三")
  }

  @Test func editsSeveralLines() {
    #expect(typed("ab\ncd", in: .several, .enter, "e") == "ab\ncd\ne|")
    #expect(typed("ab\ncd", in: .several, .home, "x") == "ab\nx|cd")
    #expect(typed("ab\ncd", in: .several, .up, .end, "x") == "abx|\ncd")
    #expect(typed("ab\ncd", in: .several, .up, .end, .control("k")) == "ab|cd")
    #expect(typed("ab\ncd", in: .several, .control("u")) == "ab\n|")
    #expect(typed("ab\ncd", in: .several, .home, .backspace) == "ab|cd")
  }

  @Test func keepsTheColumnThroughAShortLine() {
    #expect(typed("abcd\ne\nfghi", in: .several, .up, .up, "x") == "abcdx|\ne\nfghi")
    #expect(typed("暗号\nabcd", in: .several, .left, .up, "x") == "暗x|号\nabcd")
    #expect(typed("ab\ncd", in: .several, .up, .up, "x") == "abx|\ncd")
  }

  @Test func goesByLinesAsTheyAreSeen() {
    var field = TextField("一二三四五六七", lines: .several)
    field.press(.up, width: 7)
    field.press("x", width: 7)
    #expect(field.text == "一二三四x五六七")
    field.press(.up, width: 7)
    field.press("y", width: 7)
    #expect(field.text == "一y二三四x五六七")
  }

  @Test func drawsTheCaret() {
    var canvas = Canvas(width: 12, height: 2)
    TextField("暗号").draw(on: &canvas, column: 1, row: 1, width: 8)
    #expect(canvas.text == "\n 暗号")
    #expect(canvas.cursor == Canvas.Position(column: 5, row: 1))
  }

  @Test func showsNoCaretWithoutFocus() {
    var canvas = Canvas(width: 12, height: 1)
    TextField("x").draw(on: &canvas, column: 0, row: 0, width: 8, isFocused: false)
    #expect(canvas.cursor == nil)
  }

  @Test func scrollsSidewaysToTheCaret() {
    var canvas = Canvas(width: 6, height: 1)
    var field = TextField("abcdefgh")
    field.draw(on: &canvas, column: 0, row: 0, width: 6)
    #expect(canvas.text == "defgh")
    #expect(canvas.cursor == Canvas.Position(column: 5, row: 0))
    field.press(.home)
    field.draw(on: &canvas, column: 0, row: 0, width: 6)
    #expect(canvas.text == "abcdef")
    #expect(canvas.cursor == Canvas.Position(column: 0, row: 0))
  }

  @Test func scrollsDownToTheCaret() {
    var canvas = Canvas(width: 6, height: 2)
    TextField("a\nb\nc", lines: .several).draw(on: &canvas, column: 0, row: 0, width: 6, height: 2)
    #expect(canvas.text == "b\nc")
    #expect(canvas.cursor == Canvas.Position(column: 1, row: 1))
  }

  @Test func neverPutsTheCaretOutside() {
    var field = TextField(lines: .several)
    field.paste("四半期ごとの rotation 手順  (運用手順書 4.2)。\n\n" + String(repeating: " ", count: 30))
    for _ in 0..<field.text.count + 1 {
      var canvas = Canvas(width: 14, height: 4)
      field.draw(on: &canvas, column: 2, row: 1, width: 11, height: 3)
      let cursor = canvas.cursor ?? Canvas.Position(column: -1, row: -1)
      #expect((2..<13).contains(cursor.column) && (1..<4).contains(cursor.row))
      field.press(.left)
    }
  }

  private func typed(_ text: String, in lines: TextField.Lines = .one, _ keys: Key...) -> String {
    var field = TextField(text, lines: lines)
    for key in keys { field.press(key) }
    field.press("|")
    return field.text
  }
}
