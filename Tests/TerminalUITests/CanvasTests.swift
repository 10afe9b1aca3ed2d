import TerminalUI
import Testing

struct CanvasTests {
  @Test func writesWhatFits() {
    #expect(drawn(width: 6) { $0.write("checklist", row: 0) } == "checkl")
    #expect(drawn(width: 6) { $0.write("checklist", column: 1, row: 0, width: 3) } == " che")
    #expect(drawn(width: 6) { $0.write("checklist", column: -5, row: 0) } == "list")
    #expect(drawn(width: 6) { $0.write("nowhere", row: 7) } == "")
    #expect(drawn(width: 6) { $0.write("nothing", row: 0, width: 0) } == "")
  }

  @Test func givesTheColumnAfterTheLastCell() {
    var canvas = Canvas(width: 10, height: 1)
    #expect(canvas.write("暗号", column: 1, row: 0) == 5)
    #expect(canvas.write("暗号化された", row: 0) == 10)
  }

  @Test func cutsAWideCharacterToABlank() {
    #expect(drawn(width: 5) { $0.write("暗号化", row: 0) } == "暗号")
    #expect(drawn(width: 6) { $0.write("暗号化", column: -1, row: 0) } == " 号化")
    #expect(drawn(width: 9) { $0.write("暗号化", row: 0, width: 5) } == "暗号")
  }

  @Test func blanksTheOtherHalfOfAnOverwrittenCharacter() {
    #expect(
      drawn {
        $0.write("暗号化", row: 0); $0.write("x", column: 3, row: 0)
      } == "暗 x化"
    )
    #expect(
      drawn {
        $0.write("暗号化", row: 0); $0.write("x", column: 2, row: 0)
      } == "暗x 化"
    )
    #expect(
      drawn {
        $0.write("暗号化", row: 0); $0.fill(row: 0, columns: 1..<3)
      } == "    化"
    )
  }

  @Test func joinsMarksToTheirBase() {
    var canvas = Canvas(width: 4, height: 1)
    canvas.write("か\u{3099}x", row: 0)
    #expect(canvas[0, 0].text == "が")
    #expect(canvas[2, 0].text == "x")
    canvas.write("a" + String(repeating: "\u{301}", count: 9), row: 0)
    #expect(canvas[0, 0].text.unicodeScalars.count == 5)
  }

  @Test func dropsWhatACellCannotHold() {
    #expect(drawn { $0.write("a\u{1B}[31m\u{202E}\n\tb\u{FE0F}", row: 0) } == "a[31mb")
  }

  @Test func writesTowardsTheRight() {
    #expect(drawn(width: 8) { $0.writeRight("3分前", row: 0) } == "   3分前")
    #expect(drawn(width: 8) { $0.writeRight("12", endingAt: 4, row: 0) } == "  12")
    #expect(drawn(width: 4) { $0.writeRight("too long", row: 0) } == "too")
  }

  @Test func restylesWithoutChangingText() {
    var canvas = Canvas(width: 4, height: 1)
    canvas.write("ab", row: 0, style: Style(.bad))
    canvas.restyle(row: 0, columns: 1..<9, style: .selected)
    #expect(canvas.text == "ab")
    #expect((0..<4).map { canvas[$0, 0].style } == [Style(.bad), .selected, .selected, .selected])
  }

  @Test func placesAnotherCanvas() {
    var inner = Canvas(width: 4, height: 2)
    inner.write("号化", row: 0)
    inner.cursor = Canvas.Position(column: 1, row: 1)
    var canvas = Canvas(width: 7, height: 3)
    canvas.write("xxxxxxx", row: 1)
    canvas.place(inner, column: 4, row: 1)
    #expect(canvas.text == "\nxxxx号\n")
    #expect(canvas.cursor == Canvas.Position(column: 5, row: 2))
    canvas.place(inner, column: -1, row: -1)
    #expect(canvas.text == "\nxxxx号\n")
  }

  @Test func writesStyledLines() {
    var canvas = Canvas(width: 20, height: 1)
    let line = StyledLine([.init("[!!]", Style(.bad, bold: true)), .init(" 暗号化")])
    #expect(canvas.write(line, column: 1, row: 0, width: 8) == 9)
    #expect(canvas.text == " [!!] 暗")
    #expect(canvas[1, 0].style == Style(.bad, bold: true))
  }

  private func drawn(width: Int = 10, _ draw: (inout Canvas) -> Void) -> String {
    var canvas = Canvas(width: width, height: 1)
    draw(&canvas)
    return canvas.text
  }
}
