import Checks
import Domain
import Foundation
import StateStore
import TerminalUI
import Testing

@testable import App

struct AttestScreenTests {
  @Test func handsOverWhatWasTypedByKeysAlone() {
    var player = player()
    player.press("<Right><Tab>全件を確認。<CR>問題なし。<Tab>https://wiki.example/1<C-s>")
    let draft = AttestationDraft(
      row: "ASC 09",
      outcome: .compliant,
      note: "全件を確認。\n問題なし。",
      reviewer: "Taro Yamada <taro@example.co.jp>",
      link: "https://wiki.example/1",
      attestedAt: Fixture.now
    )
    #expect(player.effects.last == .record(draft, Fixture.account, .aws))
  }

  @Test func handsOverTheFactsThatWereShown() {
    var player = Player(state: Fixture.evidenceState)
    player.press("jjjjjjjjja<Right><Tab>ok<C-s>")
    guard case .record(let draft, _, _) = player.effects.last else {
      Issue.record("nothing was handed over")
      return
    }
    #expect(draft.row == "ASC 09")
    #expect(draft.facts == Fixture.evidence.evidence.material)
  }

  @Test func theNoteIsEditedInAnEditor() {
    var player = player()
    player.press("<Tab>one")
    player.press(.control("o"))
    #expect(player.session.textToEdit == "one")
    player.session.handle(.edited(.text("one\ntwo")))
    #expect(player.session.textToEdit == nil)
    #expect(player.form?.note.text == "one\ntwo")
    #expect(player.form?.focus == .note)
  }

  @Test(arguments: [
    (Edited.failed(command: "vi\u{1B}", code: 127), "ended with 127"),
    (.unreadable(command: "vi"), "no UTF-8 text"), (.unavailable, "no screen to lend"),
  ])
  func anEditorThatFailsLosesNothing(_ end: Edited, _ words: String) {
    var player = player()
    player.press("<Tab>one")
    player.press(.control("o"))
    player.session.handle(.edited(end))
    #expect(player.form?.note.text == "one")
    #expect(player.session.textToEdit == nil)
    #expect(player.notice.contains(words))
  }

  @Test func choosesTheVerdictWithTheArrows() {
    var player = player()
    player.press("<Right><Right>")
    #expect(player.form?.outcome == .notCompliant)
    player.press("<Left>")
    #expect(player.form?.outcome == .compliant)
    player.press("<Space><Space>")
    #expect(player.form?.outcome == .notApplicable)
  }

  @Test func saysWhatIsMissingAndGoesThere() {
    var player = player()
    player.press("<C-s>")
    #expect(player.notice.contains("choose a verdict"))
    player.press("<Right><C-s>")
    #expect(player.notice.contains("note is required"))
    #expect(player.form?.focus == .note)
    player.press("ok<Tab><Tab><C-u><C-s>")
    #expect(player.notice.contains("reviewer is required"))
    #expect(player.form?.focus == .reviewer)
    #expect(player.effects.count == 1)
  }

  @Test func takesNoDateInTheFutureAndNoneThatDoesNotExist() {
    var player = player()
    player.press("<Right><Tab>ok<Tab><Tab><Tab><C-u>2026-06-12<C-s>")
    #expect(player.notice.contains("may not be in the future"))
    player.press("<C-u>2026-02-30<C-s>")
    #expect(player.notice.contains("like 2026-06-11"))
    player.press("<C-u>2026-06-10<C-s>")
    guard case .record(let draft, _, _) = player.effects.last else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(Fixture.zone.calendarTime(of: draft.attestedAt).dateAndTime == "2026-06-10 00:00")
  }

  @Test func walksThroughTheFieldsInARing() {
    var player = player()
    player.press("<Tab><Tab><Tab><Tab><Tab>")
    #expect(player.form?.focus == .verdict)
    player.press(.shiftTab)
    #expect(player.form?.focus == .date)
    player.press("<Up>")
    #expect(player.form?.focus == .reviewer)
    player.press("<Down>")
    #expect(player.form?.focus == .date)
  }

  @Test func asksBeforeItDropsWhatWasTyped() {
    var player = player()
    player.press("<Esc>")
    #expect(player.session.router.top is ChecklistScreen)
    player.press("a<Tab>x<Esc>")
    #expect(player.notice.contains("Discard"))
    player.press("n")
    #expect(player.form?.note.text == "x")
    player.press("<Esc>y")
    #expect(player.session.router.top is ChecklistScreen)
  }

  @Test func asksBeforeTheProgramEnds() {
    var player = player()
    player.press("<Tab>x<C-c>")
    #expect(player.notice.contains("discard what you typed"))
    player.press("n")
    #expect(!player.session.isFinished)
    player.press("<C-c><C-c>")
    #expect(player.session.isFinished)
  }

  @Test func closesOnceItIsWrittenDown() {
    var player = player()
    player.press("<Right><Tab>ok<C-s><C-s>")
    #expect(player.effects.count == 2)
    #expect(player.notice.contains("please wait"))
    player.send(.attested(Fixture.draft(of: "ASC 09"), [], Fixture.state))
    #expect(player.session.router.top is ChecklistScreen)
    #expect(player.notice.contains("evaluation is recorded"))
  }

  @Test func goesOnWhenItCouldNotBeWrittenDown() {
    var player = player()
    player.press("<Right><Tab>ok<C-s>")
    player.send(.attestationFailed("ASC 09", Fixture.noCredentials))
    #expect(player.form?.note.text == "ok")
    #expect(player.canvas.text.contains("aws configure"))
    player.press("<C-s>")
    #expect(player.effects.count == 3)
  }

  @Test func putsTheCaretWhereTextGoes() {
    var player = player()
    player.press("<Tab>日本")
    #expect(player.canvas.cursor == Canvas.Position(column: 7, row: 6))
  }

  @Test func letsGlobalLettersBeText() {
    var player = player()
    player.press("<Tab>qLQ?")
    #expect(player.form?.note.text == "qLQ?")
    player.press("<F1>")
    #expect(player.session.router.top is HelpScreen)
  }

  @Test func takesPastedTextIntoTheField() {
    var player = player()
    player.press("<Tab>")
    player.paste("一行目\n二行目")
    #expect(player.form?.note.text == "一行目\n二行目")
  }

  private func player() -> Player {
    var player = Player()
    player.press("2jja")
    return player
  }
}

/// Evaluations of several rows, repeated ones, and those taken back.
struct AttestAgainTests {
  @Test func beginsWithTheLastNote() {
    var player = Player()
    player.press("2kA")
    #expect(player.form?.note.text == "5月分を経理と確認。想定外のサービスの利用なし。")
    #expect(player.form?.outcome == .compliant)
    #expect(player.form?.isDirty == false)
    player.press("<C-s>")
    guard case .record(let draft, _, _) = player.effects.last else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(draft.row == "ASC 06")
    #expect(draft.attestedAt == Fixture.now)
  }

  @Test func hasNothingToBeginWithBeforeTheFirst() {
    var player = Player()
    player.press("2jjA")
    #expect(player.form == nil)
    #expect(player.notice.contains("a records one"))
  }

  @Test func answersTheMarkedManualRowsInOneGo() {
    var player = Player()
    player.press("2<Space>j<Space><Space><Space>")
    #expect(player.checklist.marks == ["ASC 07", "ASC 09", "ASC 10", "ASC 11"])
    player.press("a")
    #expect(player.form?.row == "ASC 09")
    player.press("<Right><Tab>確認済み<C-s>")
    guard case .record(let draft, _, _) = player.effects.last else {
      Issue.record("nothing was recorded")
      return
    }
    #expect([draft.row] + draft.others.map(\.row) == ["ASC 09", "ASC 11"])
    player.decide()
    #expect(player.form == nil)
    #expect(player.notice.contains("ASC 09, ASC 11"))
  }

  @Test func renewsTheMarkedRowsEachAsItWasJudgedLast() {
    var player = Player()
    player.press("gjjjjj<Space><Space><Space>j<Space>")
    #expect(player.checklist.marks == ["ASC 05", "ASC 06", "ASC 07", "ASC 09"])
    #expect(player.canvas.text.contains("A renews 2"))
    player.press("A")
    #expect(player.canvas.text.contains("Renew ASC 05, ASC 06, each as it was judged last, by"))
    player.press("y")
    guard case .record(let draft, _, _) = player.effects.last else {
      Issue.record("nothing was recorded")
      return
    }
    let drafts = [draft] + draft.others
    #expect(drafts.map(\.row) == ["ASC 05", "ASC 06"])
    #expect(drafts[1].note == "5月分を経理と確認。想定外のサービスの利用なし。")
    #expect(drafts.allSatisfy { $0.attestedAt == Fixture.now && $0.reviewer.hasPrefix("Taro") })
    player.decide()
    #expect(player.notice.contains("ASC 05, ASC 06: the evaluation is recorded"))
  }

  @Test func renewsNothingWhereNothingWasJudged() {
    var player = Player()
    player.press("2jj<Space>A")
    #expect(player.notice.contains("none of the marked rows has an evaluation yet; a records one"))
  }

  @Test func runsTheMarkedRows() {
    var player = Player()
    player.press("2<Space><Space><Space>r")
    #expect(player.effects.last == .scan(Run(1), ["ASC 07", "ASC 08", "ASC 09"]))
  }

  @Test func forgetsMarksBeforeAnythingElse() {
    var player = Player()
    player.press("*<Esc>")
    #expect(player.checklist.marks.isEmpty)
  }

  @Test func withdrawsTheStandingEvaluationAfterAQuestion() {
    var player = Player()
    player.press("2ku")
    #expect(player.notice.contains("Withdraw the evaluation of ASC 06, compliant"))
    player.press("n")
    #expect(player.decision == nil)
    player.press("uy")
    guard case .withdraw(let attestation, let person) = player.decision else {
      Issue.record("nothing was withdrawn")
      return
    }
    #expect(attestation.id == "attestation-06")
    #expect(person == "Taro Yamada <taro@example.co.jp>")
    player.decide()
    #expect(player.standing(of: "ASC 06") == .neverReviewed)
    #expect(player.session.setup.state.accounts[Fixture.account]?.log.attestations.count == 6)
  }

  @Test func hasNothingToTakeBackOnAnAutomaticRow() {
    var player = Player()
    player.press("2u")
    #expect(player.notice.contains("nothing here to take back; a records"))
    player.press("jju")
    #expect(player.notice.contains("nothing here to take back; a records"))
    #expect(player.decision == nil)
  }
}
