import Checks
import Domain
import StateStore
import TerminalUI
import Testing

@testable import App

struct ToDoScreenTests {
  @Test func leadsThroughAlertsDueRowsAndUnknowns() {
    var player = Player()
    player.press("t")
    var seen: [CheckID] = []
    for _ in 0..<6 {
      seen += [player.toDo?.id].compactMap { $0 }
      player.press("e")
    }
    #expect(seen == ["ASC 02-01", "ASC 04", "ASC 07", "ASC 02-02", "ASC 09", "ASC 10"])
    #expect(player.toDo?.id == "ASC 02-01")
    #expect(player.canvas.text.contains("search went round"))
    player.press("E")
    #expect(player.toDo?.id == "ASC 10")
    #expect(player.lines[0].hasSuffix("6 of 6"))
  }

  @Test func keepsWhatIsDoneInTheQueue() {
    var player = Player()
    player.press("teee")
    player.send(.attested(Fixture.draft(of: "ASC 02-02"), [], reviewed("ASC 02-02")))
    #expect(player.toDo?.id == "ASC 02-02")
    #expect(player.lines[0].hasSuffix("4 of 6"))
    #expect(player.lines[1].contains("1 of 6 done"))
    player.press("e")
    #expect(player.toDo?.id == "ASC 09")
    player.press("E")
    #expect(player.toDo?.id == "ASC 07")
    player.press("]")
    #expect(player.toDo?.id == "ASC 02-02")
  }

  @Test func actsOnTheRowThatIsShown() {
    var player = Player()
    player.press("tr")
    #expect(player.effects.last == .scan(Run(1), ["ASC 02-01"]))
    player.press("<CR>")
    #expect(player.item?.id == "ASC 02-01")
    player.press("qeeea")
    #expect(player.form?.row == "ASC 02-02")
  }

  @Test func saysWhyItCannotAct() {
    var player = Player()
    player.press("ta")
    #expect(player.notice.contains("judged automatically"))
    player.press("[")
    #expect(player.notice.contains("first one"))
  }

  @Test func saysWhenNothingIsToDo() {
    var state = Fixture.state
    state.accounts[Fixture.account]?.rows = [:]
    state.accounts[Fixture.account]?.log = Log([])
    for check in Catalog.checks where check.isManual {
      state = reviewed(check.id, in: state)
    }
    var player = Player(state: state, findings: [:])
    player.press("t")
    #expect(player.lines[2].contains("None of the 17 rows needs action"))
    player.press("e")
    #expect(player.notice.contains("nothing here needs action"))
  }

  @Test func goesBackToTheQueueAndClosesIt() {
    var player = Player()
    player.press("te<CR>t")
    #expect(player.toDo?.id == "ASC 04")
    player.press("t")
    #expect(player.session.router.top is ChecklistScreen)
  }

  private func reviewed(_ row: CheckID, in state: State = Fixture.state) -> State {
    var state = state
    let attestation = Attestation(
      id: "new",
      row: row,
      outcome: .compliant,
      note: "checked",
      reviewer: "taro",
      attestedAt: Fixture.now,
      recordedAt: Fixture.now
    )
    state.accounts[Fixture.account]?.log.append(.attestation(attestation))
    return state
  }
}
