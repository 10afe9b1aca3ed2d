import Domain
import TerminalUI
import Testing

@testable import App

struct CommandNameTests {
  @Test func writesCasesWithHyphens() {
    #expect(CommandName(ChecklistScreen.Command.rescanAll).words == "rescan-all")
    #expect(CommandName(ChecklistScreen.Command.move(.halfDown)).words == "move-half-down")
    #expect(CommandName(GuideScreen.Command.read(.move(.first))).words == "read-move-first")
    #expect(CommandName(GlobalCommand.language(.english)).words == "language-english")
  }

  /// People type them, so that a name once given stays.
  @Test func keepsTheNamesOfTheChecklist() {
    let names = ChecklistScreen.keymap.map { CommandName($0.command).words }
    let old = [
      "open", "filter", "rescan", "rescan-all", "attest", "next-issue", "previous-issue", "cancel",
      "guide", "cycle-scope", "next-section", "previous-section", "step-out", "section-general",
    ]
    #expect(Set(old).subtracting(names).isEmpty)
  }

  @Test func givesEveryCommandAWayToBeFound() {
    let player = Player()
    let entries = player.session.router.top.entries
    #expect(Set(entries.map(\.name)).count == entries.count)
    #expect(entries.allSatisfy { $0.step != nil })
  }
}
