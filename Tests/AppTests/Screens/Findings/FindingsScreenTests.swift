import Domain
import TerminalUI
import Testing

@testable import App

struct FindingsScreenTests {
  @Test func showsTheWorstFirst() {
    let player = player("2")
    #expect(player.lines[3].contains("[!!]"))
    #expect(player.list?.findings?.records.last?.finding.status == .pass)
  }

  @Test func narrowsByWordsAndByWhatNeedsAction() {
    var player = player("2")
    player.press("/us-east-1")
    let matches = player.list?.selection.ids.count ?? 0
    #expect(matches > 100 && matches < 12_433)
    player.press("<CR>ff")
    #expect(player.lines[1].contains("changed"))
    #expect((player.list?.selection.ids.count ?? 0) < 5)
    player.press("<Esc>")
    #expect(player.list?.selection.ids.count == 12_433)
  }

  @Test func findsFullWidthWords() {
    var player = player("2")
    player.press("/ＵＳ－ＥＡＳＴ")
    #expect((player.list?.selection.ids.count ?? 0) > 100)
  }

  @Test func opensAFindingAndItsNeighbours() {
    var player = player("2")
    player.press("j<CR>]")
    let screen = player.session.router.top as? FindingScreen
    #expect(screen?.record?.id == Fixture.findings["ASC 07"]?.ids[2])
  }

  @Test func jumpsToWhatNeedsAction() {
    var player = player("2")
    player.press("Ge")
    #expect(player.list?.selection.index == 0)
    #expect(player.notice.contains("went round"))
    player.press("gE")
    #expect(player.list?.selection.index == 12_344)
  }

  @Test func keepsTheCursorOnItsFindingWhenAScanBringsOthers() {
    var player = player("2")
    player.press("jjj")
    let id = player.selectedID
    let records = Fixture.findings["ASC 07"]?.records ?? []
    player.send(.findings(Fixture.account, ["ASC 07": Findings(records.dropFirst(3))]))
    #expect(player.selectedID == id)
    #expect(player.list?.selection.index == 0)
  }

  @Test func saysWhatBecameOfAFindingThatIsGone() {
    var player = player("2")
    let records = Fixture.findings["ASC 07"]?.records ?? []
    player.send(.findings(Fixture.account, ["ASC 07": Findings(records.dropFirst())]))
    #expect(player.notice.contains("is no longer in the list"))
    #expect(player.selectedID == records[1].id)
  }

  @Test func holdsAKeyBackThatWasMeantForWhatIsGone() {
    var player = player("2")
    let records = Fixture.findings["ASC 07"]?.records ?? []
    player.send(.findings(Fixture.account, ["ASC 07": Findings(records.dropFirst())]))
    player.wait(0.1)
    player.press("r")
    #expect(player.notice.contains("press the key again"))
    player.wait(0.3)
    player.press("r")
    #expect(player.effects.last == .scan(Run(1), ["ASC 07"]))
  }

  @Test func saysThatNothingMatches() {
    var player = player("2")
    player.press("/zzz<CR>")
    #expect(player.canvas.text.contains("None of 12,433 matches. Esc shows all."))
    player.press("<CR>")
    #expect(player.notice.contains("nothing is selected"))
  }

  @Test func runsAndCancelsItsRow() {
    var player = player("2")
    player.press("r")
    #expect(player.effects.last == .scan(Run(1), ["ASC 07"]))
    player.press("r")
    #expect(player.notice.contains("X cancels"))
    player.press("X")
    #expect(player.effects.last == .cancel(Run(1), "ASC 07"))
  }

  private func player(_ keys: String) -> Player {
    var player = Player()
    player.openFindings(keys)
    return player
  }
}
