import Domain
import Foundation
import TerminalUI
import Testing

@testable import App

struct ExceptionsScreenTests {
  @Test func listsWhatEndsNextFirst() {
    let player = opened()
    #expect(player.exceptions?.all.map(\.id) == ["legacy", "volumes", "old", "website"])
    #expect(player.lines[0].contains("in force 1  due soon 1  expired 1  ended 1"))
  }

  @Test func saysHowManyFindingsEachCovers() {
    let player = opened()
    #expect(player.lines[3].contains("198"))
  }

  @Test func renewsWithTheLastReasonAndAnotherEnd() {
    var player = opened()
    player.press("jA")
    #expect(player.exception?.focus == .until)
    player.press("<C-u>2026-10-31<C-s>")
    guard case .renew("volumes", let terms) = player.decision else {
      Issue.record("nothing was renewed")
      return
    }
    #expect(terms.reason.hasPrefix("評価用"))
    player.decide()
    #expect(player.exceptions?.selected?.renewals.count == 2)
    #expect(player.exceptions?.selection.id == "volumes")
  }

  @Test func endsOneAfterAQuestion() {
    var player = opened()
    player.press("ju")
    #expect(player.notice.contains("count again"))
    player.press("n")
    #expect(player.decision == nil)
    player.press("uy")
    #expect(player.decision == .end("volumes", by: "Taro Yamada <taro@example.co.jp>"))
    player.decide()
    #expect(player.exceptions?.all.last?.id == "volumes")
  }

  @Test func leavesAloneWhatWasEnded() {
    var player = opened()
    player.press("GA")
    #expect(player.notice.contains("佐藤 花子 has ended it"))
    player.press("u")
    #expect(player.decision == nil)
  }

  @Test func opensTheFindingsOfItsRow() {
    var player = opened()
    player.press("<CR>")
    #expect(player.notice.contains("several rows"))
    player.press("j<CR>")
    #expect(player.list != nil)
  }

  @Test func narrowsByWords() {
    var player = opened()
    player.press("/四半期<CR>")
    #expect(player.exceptions?.selection.ids == ["volumes"])
    player.press("<Esc>")
    #expect(player.exceptions?.selection.ids.count == 4)
  }

  @Test func acceptsAPatternOfNoRowInParticular() {
    var player = opened()
    player.press("x<Tab>us-east-1<Tab><Tab>ok<C-s>y")
    guard case .except(let scope, _) = player.decision else {
      Issue.record("no exception was handed over")
      return
    }
    #expect(scope == .pattern(.init(region: "us-east-1")))
  }

  private func opened() -> Player {
    var player = Player(state: Fixture.decided, findings: Fixture.remembered)
    player.press("x")
    return player
  }
}

extension Player {
  fileprivate var exceptions: ExceptionsScreen? { session.router.top as? ExceptionsScreen }
}
