import TerminalUI
import Testing

struct CanvasSnapshotTests {
  @Test func showsTextStylesAndCaret() {
    var canvas = Canvas(width: 12, height: 3)
    canvas.fill(row: 0, style: .bar)
    canvas.write("一覧", column: 1, row: 0, style: .bar)
    canvas.write("[!!]", row: 1, style: Style(.bad, bold: true))
    canvas.write(" 07", column: 4, row: 1)
    canvas.write("x", row: 2, style: Style(.caution, underlined: true))
    canvas.cursor = Canvas.Position(column: 3, row: 1)
    #expect(
      canvas.snapshot == """
         一覧
        [!!] 07
        x
        ----
        RRRRRRRRRRRR
        BBBB
        0
        ----
        0 caution underlined: yellow bold underlined / mono underlined
        B bad bold: red bold / mono bold reversed
        R reversed: reversed / mono reversed
        cursor 3,1

        """
    )
  }

  @Test func saysWhenTheCaretIsHidden() {
    #expect(Canvas(width: 1, height: 1).snapshot == "\n----\n\n----\ncursor hidden\n")
  }
}
