import Domain
import TerminalUI
import Testing

struct KeyLabelTests {
  @Test(arguments: [
    (Key.control("s"), "Ctrl-S", "Ctrl-S"), (.enter, "Enter", "Enter"), ("/", "/", "/"),
    (" ", "Space", "Space"), (.function(5), "F5", "F5"), (.up, "Up", "上"), ("R", "R", "R"),
    (.shiftDown, "Shift-Down", "Shift-下"), (.escape, "Esc", "Esc"), (.pageUp, "PgUp", "PgUp"),
  ])
  func namesKeys(key: Key, en: String, ja: String) {
    #expect(key.label.en == en)
    #expect(key.label.ja == ja)
  }
}
