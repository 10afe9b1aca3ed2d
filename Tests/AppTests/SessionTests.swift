import Checks
import Domain
import Foundation
import Scanner
import StateStore
import TerminalUI
import Testing

@testable import App

struct SessionTests {
  @Test func asksForTheSavedFindingsAndNothingElseAtStart() {
    #expect(Player().effects == [.loadFindings(Fixture.account)])
    #expect(Player(state: State(), findings: [:]).effects == [])
  }

  @Test func answersKeysWhileAScanRuns() {
    var player = Player()
    player.startScanning()
    #expect(player.session.isAnimated)
    player.press("2jjjjjj")
    #expect(player.checklist.selection.id == "ASC 13")
  }

  @Test func keepsTheOldResultUntilTheNewOneIsWhole() {
    var player = Player()
    player.press("2r")
    player.send(
      .scan(Run(1), .identified(Fixture.account, .aws)),
      .scan(Run(1), .started("ASC 07")),
      .scan(Run(1), .progress("ASC 07", Progress(unit: .pages, done: 3, total: 9)))
    )
    #expect(player.line(of: "07").contains("3/9"))
    #expect(player.standing(of: "ASC 07") == .alert)
    player.send(.scan(Run(1), .judged("ASC 07", Fixture.summary(pass: 5), Findings([]))))
    #expect(player.standing(of: "ASC 07") == .ok)
    #expect(!player.line(of: "07").contains("running"))
  }

  @Test func turnsTheSpinnerOnlyWhileSomethingRuns() {
    var player = Player()
    #expect(player.session.jobs.isEmpty)
    player.startScanning()
    #expect(player.line(of: "08").contains("[//]"))
    player.tick()
    #expect(player.line(of: "08").contains("[==]"))
  }

  @Test func showsTheNewStateWhenAScanHasEnded() {
    var player = Player()
    player.press("r")
    var state = Fixture.state
    state.accounts[Fixture.account]?.rows["ASC 01"] = Fixture.summary(alert: 1)
    player.send(.scan(Run(1), .identified(Fixture.account, .aws)))
    player.send(
      .scan(Run(1), .judged("ASC 01", Fixture.summary(alert: 1), Findings([]))),
      .finished(Run(1), state)
    )
    #expect(player.standing(of: "ASC 01") == .alert)
    #expect(player.notice.contains("ASC 01: [!!] alert"))
    #expect(player.session.jobs.isEmpty)
  }

  @Test func readsAnotherProgramsChangeAgainAndKeepsTheCursor() {
    var player = Player()
    player.press("2jj")
    var state = Fixture.state
    state.revision = 5
    state.currentAccount = "999999999999"
    state.accounts[Fixture.account]?.rows["ASC 07"] = Fixture.summary(pass: 3)
    player.send(.state(state))
    #expect(player.standing(of: "ASC 07") == .ok)
    #expect(player.checklist.selection.id == "ASC 09")
    #expect(player.notice.contains("another program changed"))
    #expect(player.effects.last == .loadFindings(Fixture.account))
  }

  @Test func keepsALaterChangeOfAnotherProgram() {
    var player = Player()
    var (earlier, later) = (Fixture.state, Fixture.state)
    earlier.revision = 4
    later.revision = 5
    later.accounts[Fixture.account]?.rows["ASC 07"] = Fixture.summary(pass: 3)
    player.send(.state(later), .attested(Fixture.draft(of: "ASC 09"), [], earlier))
    #expect(player.standing(of: "ASC 07") == .ok)
  }

  @Test func saysWhyAScanFailedAndLeavesTheResults() {
    var player = Player()
    let before = player.lines[1...20]
    player.press("R")
    player.send(.failed(Run(1), Fixture.noCredentials))
    player.wait(5)
    player.press("g")
    #expect(player.lines[21].contains("No AWS credentials"))
    #expect(player.lines[22].contains("aws configure"))
    #expect(player.lines[1...20] == before)
    player.press("<Esc>")
    #expect(!player.canvas.text.contains("credentials were"))
  }

  @Test func showsResultsThatCouldNotBeWrittenDown() {
    var player = Player()
    player.press("r")
    player.send(
      .scan(Run(1), .identified(Fixture.account, .aws)),
      .scan(Run(1), .judged("ASC 01", Fixture.summary(alert: 1), Findings([]))),
      .unsaved(Run(1), Fixture.noCredentials)
    )
    #expect(player.standing(of: "ASC 01") == .alert)
    #expect(player.session.jobs.isEmpty)
  }

  @Test func dropsWhatACancelledScanHadNotJudged() {
    var player = Player()
    player.press("rj")
    player.press("<C-x>")
    #expect(player.effects.last == .cancelAll)
    #expect(player.standing(of: "ASC 01") == .ok)
    #expect(player.session.jobs.isEmpty)
    player.send(.scan(Run(1), .started("ASC 01")), .cancelled(Run(1)))
    #expect(!player.line(of: "01").contains("[//]"))
    player.press("<C-x>")
    #expect(player.notice.contains("nothing is running"))
  }

  @Test func runsAgainWhatAStopHasCutOff() {
    var player = Player()
    player.startScanning()
    let judged = player.standing(of: "ASC 07")
    player.resume(after: .seconds(95))
    #expect(
      player.effects.suffix(3) == [
        .cancel(Run(1), "ASC 08"), .cancel(Run(1), "ASC 12"), .scan(Run(2), ["ASC 08", "ASC 12"]),
      ]
    )
    #expect(player.notice.contains("stopped for 95 s"))
    #expect(player.line(of: "08").contains("[..]"))
    #expect(player.line(of: "08").contains("timed out"))
    #expect(player.standing(of: "ASC 07") == judged)
    player.send(.scan(Run(2), .identified(Fixture.account, .aws)))
    player.send(.scan(Run(1), .started("ASC 08")))
    #expect(player.line(of: "08").contains("[..]"))
    player.send(.finished(Run(1), Fixture.state))
    #expect(player.notice.contains("stopped for 95 s"))
    player.send(.scan(Run(2), .judged("ASC 08", Fixture.summary(pass: 3), Findings([]))))
    #expect(!player.line(of: "08").contains("timed out"))
    #expect(player.line(of: "12").contains("timed out"))
  }

  @Test(arguments: [Duration.zero, .seconds(29)])
  func leavesAScanAloneAfterAShortStop(pause: Duration) {
    var player = Player()
    player.startScanning()
    let effects = player.effects
    player.resume(after: pause)
    #expect(player.effects == effects)
    #expect(player.line(of: "08").contains("14/17"))
  }

  @Test func aStopWithoutAScanIsNothingToSpeakOf() {
    var player = Player()
    let effects = player.effects
    player.resume(after: .seconds(95))
    #expect(player.effects == effects)
    #expect(player.session.router.notice == nil)
  }

  /// Nobody pays twice.
  @Test func neverPaysAgainAfterAStop() {
    var player = Player()
    player.press("jjjjjj<CR>$y")
    #expect(player.effects.last == .pay(Run(1), "ASC 06"))
    player.resume(after: .seconds(95))
    #expect(player.effects.last == .pay(Run(1), "ASC 06"))
  }

  @Test func neverMixesAccounts() {
    var player = Player()
    player.press("R")
    player.send(.scan(Run(1), .identified("999999999999", .aws)))
    #expect(player.lines[0].contains("9999-9999-9999"))
    #expect(player.standing(of: "ASC 07") == .neverRun)
    player.send(
      .scan(Run(1), .judged("ASC 07", Fixture.summary(pass: 2), Findings([]))),
      .failed(Run(1), Fixture.noCredentials)
    )
    #expect(player.lines[0].contains("1234-5678-9012"))
    #expect(player.standing(of: "ASC 07") == .alert)
  }

  @Test func asksBeforeAVeryLargeScan() {
    var state = Fixture.state
    let event = HistoryEvent(at: Fixture.now, kind: .scan(largeScan, [:]))
    state.accounts[Fixture.account]?.history.append(event)
    var player = Player(state: state)
    player.press("R")
    #expect(player.notice.contains("about 2,400 API calls"))
    #expect(player.effects.count == 1)
    player.press("y")
    #expect(player.effects.count == 2)
  }

  @Test func switchesTheLanguage() {
    var player = Player()
    player.press("L")
    #expect(player.lines[0].contains("チェックリスト"))
    player.press("L")
    #expect(player.lines[0].contains("Checklist"))
  }

  @Test func leavesAtOnceUnlessSomethingWouldBeLost() {
    for keys in ["q", "Q", "<C-c>", "<F10>", "<CR>Q", "<CR>qq"] {
      var player = Player()
      player.press(keys)
      #expect(player.session.isFinished, "\(keys)")
    }
    var player = Player()
    player.startScanning()
    player.press("q")
    #expect(!player.session.isFinished)
    #expect(player.notice.contains("Quit anyway?"))
    player.press("n")
    #expect(!player.session.isFinished)
    player.press("qy")
    #expect(player.session.isFinished)
    #expect(player.effects.last == .cancelAll)
  }

  @Test func leavesWhenTheTerminalIsGone() {
    var player = Player()
    player.startScanning()
    player.hangUp()
    #expect(player.session.isFinished)
    #expect(player.effects.last == .cancelAll)
  }

  private var largeScan: ScanSummary {
    var scan = Fixture.scan(at: Fixture.now)
    scan.calls = 2_400
    return scan
  }
}

extension Player {
  func line(of number: String) -> String {
    lines.first { $0.dropFirst(7).hasPrefix(number) } ?? ""
  }

  func standing(of row: CheckID) -> Standing? {
    checklist.board?.row(row)?.standing
  }
}
