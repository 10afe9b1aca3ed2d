import CTerminal
import Domain
import Testing

@testable import CursesTerminal

struct TerminalTypeTests {
  @Test func takesWhatTerminfoKnows() throws {
    #expect(try TerminalType("vt220", probe: machine).name == "vt220")
    #expect(try TerminalType("vt220", probe: machine).notice == nil)
  }

  @Test(
    arguments: [
      ("xterm-ghostty", "xterm-256color"), ("alacritty", "xterm-256color"),
      ("foot-extra", "xterm-256color"),
      ("st-256color", "xterm-256color"), ("tmux-direct", "screen"), ("screen.xterm-new", nil),
      ("stone", nil), ("nonsense", nil),
    ] as [(String, String?)]
  )
  func assumesTheNearestOfAFamily(term: String, near: String?) throws {
    guard let near else {
      #expect(throws: TerminalError.unknownType(term)) { try TerminalType(term, probe: machine) }
      return
    }
    let type = try TerminalType(term, probe: machine)
    #expect(type.name == near)
    #expect(type.notice?.en == "TERM=\(term) is not known on this machine; \(near) is used instead")
  }

  @Test func refusesWhatCannotShowAScreen() {
    #expect(throws: TerminalError.cannotPlaceCursor(type: "dumb")) {
      try TerminalType("dumb", probe: machine)
    }
    #expect(throws: TerminalError.typeNotSet) { try TerminalType("", probe: machine) }
    #expect(throws: TerminalError.typeNotSet) { try TerminalType(nil, probe: machine) }
  }

  private func machine(type: String) -> terminal_state {
    switch type {
    case "vt220", "xterm-256color", "screen": TERMINAL_OK
    case "dumb": TERMINAL_DUMB
    default: TERMINAL_UNKNOWN
    }
  }
}
