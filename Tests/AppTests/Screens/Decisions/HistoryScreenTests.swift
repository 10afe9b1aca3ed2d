import Domain
import Foundation
import StateStore
import TerminalUI
import Testing

@testable import App

struct HistoryScreenTests {
  @Test func listsScansAndDecisionsNewestFirst() {
    let player = opened()
    let kinds = player.history?.events.map(\.kind.en)
    #expect(
      kinds == [
        "scan 3", "scan 2", "exception renewed", "scan 1", "exception", "exception", "exception",
      ]
    )
  }

  @Test func saysWhatEachScanCounted() {
    let player = opened()
    #expect(player.lines[1].contains("now 12,345, most 12,345"))
    #expect(player.lines[3].contains("[!!] scan 3"))
    #expect(player.lines[3].contains("alert 12,345 (+9)   8 s, 412"))
  }

  @Test func showsTheWholeAccountAtAKey() {
    var player = opened()
    player.press("<Tab>")
    #expect(player.history?.events.contains { $0.kind.en == "withdrawal" } == true)
    player.press("<Tab>")
    #expect(player.history?.events.contains { $0.kind.en == "withdrawal" } == false)
  }

  @Test func comparesAScanWithTheOneBefore() {
    var player = opened()
    player.press("<CR>")
    #expect(player.lines[0].contains("Scan 2 to scan 3"))
  }

  @Test func comparesTwoScansThatAreChosen() {
    var player = opened()
    player.press("<Space>jjj")
    #expect(player.lines[22].contains("compares scan 3 with scan 1"))
    player.press("<CR>")
    #expect(player.lines[0].contains("Scan 1 to scan 3"))
  }

  @Test func saysWhatCannotBeCompared() {
    var player = opened()
    player.press("jj<CR>")
    #expect(player.notice.contains("only scans can be compared"))
    player.press("j<CR>")
    #expect(player.notice.contains("no other scan"))
  }

  @Test func narrowsByWords() {
    var player = opened()
    player.press("/花子<CR>")
    #expect(player.history?.events.map(\.kind.en) == ["exception renewed"])
  }

  @Test func keepsTheCursorWhenAScanComes() {
    var player = opened()
    player.press("jj")
    var state = Fixture.decided
    state.revision = 9
    state.accounts[Fixture.account]?.history.append(
      HistoryEvent(
        at: Fixture.now,
        kind: .scan(Fixture.scan(at: Fixture.now, number: 4), ["ASC 07": .init()])
      )
    )
    player.send(.state(state))
    #expect(player.history?.selection.index == 3)
  }

  private func opened() -> Player {
    var player = Player(state: Fixture.decided, findings: Fixture.remembered)
    player.press("2H")
    return player
  }
}

extension Player {
  fileprivate var history: HistoryScreen? { session.router.top as? HistoryScreen }
}
