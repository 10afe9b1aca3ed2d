import Domain
import TerminalUI
import Testing

@testable import App

struct DifferenceScreenTests {
  @Test func saysWhatIsNewAndWhatIsGone() {
    var player = Player(findings: Fixture.remembered)
    player.press("jH<CR>")
    #expect(player.lines[0].contains("+1 new  -1 gone  ~0 changed"))
    #expect(player.canvas.text.contains("+ [!!] cloudtrail-logs-prod"))
    #expect(player.canvas.text.contains("- [!!] cloudtrail-logs-old"))
    // What could not be looked for is not gone.
    #expect(!player.canvas.text.contains("cloudtrail-logs-dev"))
  }

  @Test func saysThatNothingMoved() {
    var player = Player(findings: Fixture.remembered)
    player.press("jHj<CR>")
    #expect(player.canvas.text.contains("Nothing moved."))
  }

  @Test func findsWords() {
    var player = Player(findings: Fixture.remembered)
    player.press("jH<CR>/old<CR>")
    #expect(player.canvas.text.contains("old"))
    player.press("nq")
    #expect(player.session.router.top is HistoryScreen)
  }
}
