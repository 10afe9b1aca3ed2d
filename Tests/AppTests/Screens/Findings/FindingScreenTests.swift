import Domain
import TerminalUI
import Testing

@testable import App

struct FindingScreenTests {
  @Test func namesItsValuesInTheReadersWords() {
    let text = player().canvas.text
    #expect(text.contains("volume type"))
    #expect(text.contains("gp3"))
  }

  @Test func saysWhatToDoAboutWhatCouldNotBeRead() {
    var player = Player(.japanese)
    player.openFindings("2jjj")
    player.press("<CR>")
    #expect(player.canvas.text.contains("組織の管理者"))
  }

  @Test func turnsToTheNeighboursAndStopsAtTheEnds() {
    var player = player()
    player.press("]")
    #expect(player.lines[0].contains("finding 2 / 12,433"))
    player.press("[[")
    #expect(player.notice.contains("first finding"))
  }

  @Test func keepsWhatItShowedWhenAScanNoLongerHasIt() {
    var player = player()
    player.send(.findings(Fixture.account, ["ASC 07": Findings([])]))
    #expect(player.canvas.text.contains("vol-"))
    #expect(player.notice.contains("no longer has this finding"))
  }

  @Test func scrolls() {
    var player = player()
    player.resize(60, 12)
    player.press("j")
    #expect((player.session.router.top as? FindingScreen)?.text.scroll.top == 1)
  }

  @Test func looksAgainAtItsFindingAndCancelsThat() {
    var player = player()
    player.press("r")
    guard case .rescan(Run(1), let target) = player.effects.last else {
      return #expect(player.effects.isEmpty)
    }
    #expect(target.row == "ASC 07")
    player.press("X")
    #expect(player.effects.last == .cancel(Run(1), "ASC 07"))
  }

  private func player() -> Player {
    var player = Player()
    player.openFindings("2")
    player.press("<CR>")
    return player
  }
}
