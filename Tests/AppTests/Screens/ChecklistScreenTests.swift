import Checks
import Domain
import StateStore
import TerminalUI
import Testing

@testable import App

struct ChecklistScreenTests {
  /// ASC 05 was judged 39 days and a half ago.
  @Test func anEvaluationLapsesInTheSecondAfter180Days() {
    var player = Player()
    player.wait(140.5 * 86_400 - 1)
    player.press("j")
    #expect(player.checklist.board?.row("ASC 05")?.standing == .dueSoon)
    player.wait(1)
    player.press("k")
    #expect(player.checklist.board?.row("ASC 05")?.standing == .expired)
  }

  @Test func zoomsAndHidesThePreview() {
    var player = Player(.english, 120, 40)
    player.press("z")
    #expect(player.checklist.preview == .whole)
    player.press("j")
    #expect(player.lines[1].contains("ASC 02-01"))
    player.press("z")
    #expect(!player.canvas.text.contains("What to do"))
    player.press("z")
    #expect(player.canvas.text.contains("What to do"))
  }

  @Test func saysThatThereIsNoRoomForAPreview() {
    var player = Player()
    player.press("z")
    #expect(player.notice.contains("100 columns"))
    #expect(player.checklist.preview == .beside)
  }

  @Test func movesByKeysThatEverybodyKnows() {
    #expect(selected(after: "j") == "ASC 02-01")
    #expect(selected(after: "jk") == "ASC 01")
    #expect(selected(after: "<Down><Down><Up>") == "ASC 02-01")
    #expect(selected(after: "G") == "ASC 16")
    #expect(selected(after: "Gg") == "ASC 01")
    #expect(selected(after: "<End><Home>") == "ASC 01")
    #expect(selected(after: "<C-d>") == "ASC 08")
    #expect(selected(after: "<C-d><C-u>") == "ASC 01")
    #expect(selected(after: "<C-f>") == "ASC 16")
    #expect(selected(after: "G<C-b>") == "ASC 01")
    #expect(selected(after: "G<PgUp>") == "ASC 01")
    #expect(selected(after: "<PgDn>") == "ASC 16")
  }

  @Test func jumpsToSections() {
    #expect(selected(after: "2") == "ASC 07")
    #expect(selected(after: "3") == "ASC 12")
    #expect(selected(after: "31") == "ASC 01")
    #expect(selected(after: "}") == "ASC 07")
    #expect(selected(after: "}}{") == "ASC 07")
  }

  @Test func jumpsToWhatNeedsActionAndSaysWhenItGoesRound() {
    #expect(selected(after: "e") == "ASC 02-01")
    #expect(selected(after: "eeee") == "ASC 07")
    #expect(selected(after: "E") == "ASC 10")
    var player = Player()
    player.press("E")
    #expect(player.notice.contains("went round"))
  }

  @Test func saysThatNothingNeedsAction() {
    var player = Player()
    player.press("/aws security token<CR>e")
    #expect(player.notice.contains("nothing here needs action"))
  }

  @Test func narrowsWhileWordsAreTypedInEitherLanguage() {
    var player = Player(.japanese)
    player.press("/flow")
    #expect(player.checklist.visible.map(\.id) == ["ASC 08"])
    player.press("<Esc>/バケット<CR>")
    #expect(player.checklist.visible.count > 2)
    player.press("<Esc>")
    #expect(player.checklist.visible.count == 17)
  }

  @Test func givesUpTypingWithControlC() {
    var player = Player()
    player.press("/flow<C-c>")
    #expect(!player.checklist.isTyping)
    #expect(player.checklist.visible.count == 17)
    #expect(!player.session.isFinished)
  }

  @Test func pastesIntoTheFilterOnly() {
    var player = Player()
    player.paste("flow")
    #expect(player.notice.contains("fields only"))
    player.press("/")
    player.paste("flow\nlogs")
    #expect(player.checklist.visible.map(\.id) == ["ASC 08"])
  }

  @Test func cyclesFromAllToWhatNeedsActionToWhatChanged() {
    var player = Player()
    player.press("f")
    let needAction = player.checklist.visible.map(\.standing.needsAction)
    #expect(Set(needAction) == [true])
    player.press("f")
    #expect(player.checklist.visible.map(\.id) == ["ASC 02-01", "ASC 07"])
    player.press("f")
    #expect(player.checklist.visible.count == 17)
  }

  @Test func keepsTheCursorOnItsRowWhileTheListNarrows() {
    var player = Player()
    player.press("2jjf")
    #expect(player.checklist.selection.id == "ASC 09")
    player.press("<Esc>")
    #expect(player.checklist.selection.id == "ASC 09")
  }

  @Test func opensTheSelectedRow() {
    for keys in ["j<CR>", "jl", "j<Right>"] {
      var player = Player()
      player.press(keys)
      #expect((player.session.router.top as? ItemScreen)?.id == "ASC 02-01")
    }
  }

  @Test func runsTheSelectedRowOrAllOfThem() {
    var player = Player()
    player.press("r")
    #expect(player.effects.last == .scan(Run(1), ["ASC 01"]))
    player.press("R")
    let others = Catalog.checks.map(\.id).filter { $0 != "ASC 01" }
    #expect(player.effects.last == .scan(Run(2), others))
  }

  @Test func gathersTheFactsOfAManualRow() {
    var player = Player()
    player.press("jjr")
    #expect(player.effects.last == .scan(Run(1), ["ASC 02-02"]))
    player.send(.scan(Run(1), .gathered("ASC 02-02", Fixture.evidence)))
    player.send(.finished(Run(1), Fixture.state))
    #expect(player.notice.contains("ASC 02-02: the facts are here, to look at first: 2"))
  }

  @Test func saysWhyAnAutomaticRowTakesNoEvaluation() {
    var player = Player()
    player.press("a")
    #expect(player.notice.contains("judged automatically; r runs"))
  }

  @Test func cancelsTheSelectedRowOnlyWhileItRuns() {
    var player = Player()
    player.press("X")
    #expect(player.notice.contains("is not running"))
    player.press("rX")
    #expect(player.effects.last == .cancel(Run(1), "ASC 01"))
    #expect(player.session.jobs.isEmpty)
  }

  @Test func takesAnEvaluationOnlyOfAKnownAccount() {
    var player = Player(state: State(), findings: [:])
    player.press("jja")
    #expect(player.notice.contains("R scans it first"))
  }

  @Test func opensTheForm() {
    var player = Player()
    player.press("jja")
    #expect((player.session.router.top as? AttestScreen)?.row == "ASC 02-02")
  }

  private func selected(after keys: String) -> CheckID? {
    var player = Player()
    player.press(keys)
    return player.checklist.selection.id
  }
}
