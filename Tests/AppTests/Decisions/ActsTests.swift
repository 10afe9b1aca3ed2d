import Checks
import Domain
import Foundation
import StateStore
import TerminalUI
import Testing

@testable import App

/// Taking back what was decided, and doing it again.
struct ActsTests {
  @Test func takesAnEvaluationBackRightAwayAndRecordsItAgain() {
    var player = Player()
    player.attest("2jj")
    #expect(player.notice.contains("u takes it back"))
    #expect(player.standing(of: "ASC 09") == .reviewed)
    player.press("u")
    player.decide()
    #expect(player.standing(of: "ASC 09") == .neverReviewed)
    #expect(player.notice.contains("taken back: evaluation of ASC 09; U does it again"))
    player.press("U")
    player.decide()
    #expect(player.standing(of: "ASC 09") == .reviewed)
    #expect(player.notice.contains("done again: evaluation of ASC 09; u takes it back"))
    #expect(player.log.entries.count == 6 + 3)
    #expect(player.log.attestations.last?.note == "ok")
  }

  @Test func takesSeveralRowsBackAtOnceWhereverTheCursorIs() {
    var player = Player()
    player.attest("2<Space>j<Space><Space><Space>j")
    #expect(player.standing(of: "ASC 11") == .reviewed)
    player.press("u")
    player.decide()
    #expect(player.standing(of: "ASC 09") == .neverReviewed)
    #expect(player.log.attestations(of: "ASC 11").map(\.id) == ["attestation-11"])
  }

  @Test func goesBackStepByStepAndForgetsWhatANewActReplaces() {
    var player = Player()
    player.attest("2jj")
    player.attest("jj")
    for _ in 0..<2 {
      player.press("u")
      player.decide()
    }
    #expect(player.standing(of: "ASC 09") == .neverReviewed)
    #expect(player.log.entries.count == 6 + 4)
    player.attest("")
    player.press("U")
    #expect(player.notice.contains("nothing was taken back"))
  }

  @Test func asksBeforeItTakesBackWhatAnotherHasDecided() {
    var player = Player()
    player.attest("2jj")
    player.press("gjjjjju")
    #expect(player.notice.contains("Withdraw the evaluation of ASC 05"))
    player.press("y")
    player.decide()
    #expect(player.standing(of: "ASC 05") == .neverReviewed)
    player.press("u")
    player.decide()
    #expect(player.standing(of: "ASC 05") == .reviewed)
    let restored = player.log.attestations(of: "ASC 05").last
    #expect(restored?.reviewer == "佐藤 花子")
    #expect(restored?.note.hasSuffix("(restored by Taro Yamada <taro@example.co.jp>)") ?? false)
    #expect(restored?.attestedAt == Fixture.days(39.5))
  }

  @Test func takesBackWhatWasDoneLastFromARowWithoutAny() {
    var player = Player()
    player.attest("2jj")
    player.press("gu")
    player.decide()
    #expect(player.standing(of: "ASC 09") == .neverReviewed)
  }

  @Test func endsAnExceptionThatWasJustRegisteredAndAcceptsItAgain() {
    var player = Player()
    player.openFindings("j")
    player.press("xpublic site<C-s>")
    player.decide()
    #expect(player.notice.contains("u takes it back"))
    player.press("u")
    player.decide()
    #expect(player.log.suppressions.map { $0.ending != nil } == [true])
    #expect(player.log.suppressions[0].reason == "public site")
    player.press("U")
    player.decide()
    #expect(player.log.suppressions.map { $0.ending != nil } == [true, false])
    #expect(player.log.suppressions[1].reason == "public site")
  }

  @Test func givesARenewedExceptionItsOldEndAgain() {
    var player = Player(state: Fixture.decided)
    player.press("xjA<C-u>2026-10-31<C-s>")
    player.decide()
    let before = Fixture.days(-70)
    #expect(player.log.suppression("volumes")?.until != before)
    player.press("u")
    player.decide()
    #expect(player.log.suppression("volumes")?.expiresAt == before)
    player.press("U")
    player.decide()
    #expect(player.log.suppression("volumes").map { $0.expiresAt > before } ?? false)
  }

  @Test func putsAnEndedExceptionBackWithItsReasonAndItsEnd() {
    var player = Player(state: Fixture.decided)
    player.press("xjuy")
    player.decide()
    player.press("u")
    player.decide()
    let (ended, restored) = (player.log.suppression("volumes"), player.log.suppressions.last)
    #expect(ended?.ending != nil)
    #expect(restored?.scope == ended?.scope)
    #expect(restored?.expiresAt == ended?.expiresAt)
  }

  @Test func forgetsWhatNothingCanUndoAnyMore() throws {
    var player = Player()
    player.attest("2jj")
    var state = player.session.setup.state
    state.revision += 1
    let id = try #require(player.log.attestations(of: "ASC 09").last?.id)
    let withdrawal = Withdrawal(id: "w", of: id, by: "佐藤 花子", recordedAt: Fixture.now)
    state.accounts[Fixture.account]?.log.append(.withdrawal(withdrawal))
    player.send(.state(state))
    player.press("u")
    #expect(player.notice.contains("佐藤 花子 has withdrawn it already"))
    player.press("u")
    #expect(player.notice.contains("nothing here to take back"))
  }

  @Test func waitsUntilTheLastOneIsWrittenDown() {
    var player = Player()
    player.attest("2jj")
    player.press("uu")
    #expect(player.notice.contains("please wait"))
  }

  @Test func leavesOnlyOnceItIsWrittenDown() {
    var player = Player()
    player.attest("2jj")
    player.press("uq")
    #expect(!player.session.isFinished)
    #expect(player.notice.contains("please wait"))
    player.decide()
    player.press("q")
    #expect(player.session.isFinished)
  }

  @Test func leavesAFormAlone() {
    var player = Player()
    player.attest("2jj")
    player.press("jjau")
    #expect(player.notice.contains("not while this form is open"))
    #expect(player.form != nil)
  }

  @Test func staysWithTheAccount() {
    var player = Player()
    player.press("U")
    #expect(player.notice.contains("nothing was taken back"))
    #expect(!player.lines[23].contains("U redo"))
  }
}

extension Player {
  fileprivate var log: Log { session.setup.state.accounts[Fixture.account]?.log ?? Log() }

  /// Evaluates the row that the keys lead to.
  fileprivate mutating func attest(_ keys: String) {
    press(keys + "a<Right><Tab>ok<C-s>")
    decide()
  }
}
