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

  @Test func looksAtRowsSideways() {
    var player = player("2")
    let resource = player.lines[3]
    player.press("<")
    #expect(player.notice.contains("beginning of the rows"))
    player.press(">")
    #expect(player.lines[3].hasPrefix("> [!!]"))
    #expect(player.lines[3] != resource)
    #expect(player.lines[2].contains("first seen"))
    for _ in 0..<30 { player.press(">") }
    #expect(player.notice.contains("the rows end here"))
    #expect(player.lines[3].hasSuffix("scans") || player.lines[3].hasSuffix("scan"))
    for _ in 0..<30 { player.press("<") }
    #expect(player.lines[3] == resource)
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

  @Test func marksWhatIsNewAndWhatIsExcepted() {
    var player = Player(state: Fixture.decided, findings: Fixture.remembered)
    player.openFindings("j")
    #expect(player.lines[3].contains("[!!] +"))
    player.press("qqj")
    player.openFindings("2")
    player.press("/us-west-2<CR>")
    #expect(player.lines[3].contains("[!!] ="))
  }

  @Test func showsWhatIsGoneAtAKeyAndComesBack() {
    var player = Player(findings: Fixture.remembered)
    player.openFindings("j")
    player.press("j<Tab>")
    #expect(player.lines[1].contains("gone 1  not seen 1"))
    #expect(player.lines[3].contains("[!!] ?  cloudtrail-logs-dev"))
    #expect(player.lines[4].contains("[!!] -  cloudtrail-logs-old"))
    player.press("x")
    #expect(player.notice.contains("it is gone"))
    player.press("<CR>")
    #expect(player.canvas.text.contains("could not be looked for since 2026-06-11 10:39"))
    player.press("q<Tab>")
    #expect(player.list?.selected?.finding.resource.name == "cloudtrail-logs-audit")
  }

  @Test func saysThatNothingIsGone() {
    var player = player("2")
    player.press("<Tab>")
    #expect(player.canvas.text.contains("Nothing that was here has gone"))
    player.press("<CR>")
    #expect(player.notice.contains("nothing is selected"))
  }

  @Test func leavesOutWhatIsExceptedOfWhatNeedsAction() {
    var player = Player(state: Fixture.decided)
    player.openFindings("2")
    player.press("f")
    player.arrange()
    #expect(player.list?.selection.ids.count == 12_345 - 198 - 792)
  }

  @Test func endsTheExceptionOfAFinding() {
    var player = Player(state: Fixture.decided)
    player.openFindings("2")
    player.press("u")
    #expect(player.notice.contains("nothing here to take back"))
    player.press("/us-west-2<CR>u")
    #expect(player.notice.contains("End the exception of ASC 07 us-west-2 vol-*?"))
    player.press("y")
    player.decide()
    #expect(player.lines[3].contains("[!!]   "))
    #expect(player.lines[0].contains("alert 11,553"))
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
