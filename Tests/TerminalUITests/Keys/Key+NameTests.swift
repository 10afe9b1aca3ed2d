import Domain
import TerminalUI
import Testing

struct KeyNameTests {
  @Test(arguments: [
    ("r", "r" as Key), ("R", "R"), ("F6", .function(6)), ("Ctrl-R", .control("r")),
    ("space", " "), ("PgDn", .pageDown), ("Shift-Tab", .shiftTab), ("Esc", .escape), ("ｒ", "r"),
  ])
  func readsWhatHelpCallsIt(_ name: String, _ key: Key) {
    #expect(Key(named: name) == key)
  }

  @Test(arguments: ["", "F0", "F13", "Alt-r", "Ctrl-1", "rr"])
  func knowsNoOtherNames(_ name: String) {
    #expect(Key(named: name) == nil)
  }
}
