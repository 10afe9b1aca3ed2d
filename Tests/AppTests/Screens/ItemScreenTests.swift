import Domain
import StateStore
import TerminalUI
import Testing

@testable import App

struct ItemScreenTests {
  @Test func goesFromFindingToFindingAndOnThroughTheText() {
    var player = Player()
    player.press("2<CR>")
    #expect(player.item?.target == .finding(firstID))
    player.press("jjjjj")
    #expect(player.item?.target == .allFindings)
    #expect(player.item?.scroll.top == 0)
    player.press("jj")
    #expect(player.item?.scroll.top == 2)
    player.press("kkk")
    #expect(player.item?.target != .allFindings)
  }

  @Test(arguments: [(80, 24), (60, 16), (40, 10)])
  func opensTheFirstFindingAtOnceInEverySize(_ width: Int, _ height: Int) {
    var player = Player(.english, width, height)
    player.press("2<CR><CR>")
    #expect(player.session.router.top is FindingScreen)
  }

  @Test func neverCutsWhatTheRowAmountsTo() {
    var player = Player(.english, 40, 20)
    player.press("2<CR>")
    let text = player.canvas.text
    for words in ["12,345", "+12 -3", "checked", "1234-5678-9012", "17 regions"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func opensTheFindingUnderTheCursor() {
    var player = Player()
    player.press("2<CR>j<CR>")
    let screen = player.session.router.top as? FindingScreen
    #expect(screen?.record?.id == Fixture.findings["ASC 07"]?.ids[1])
  }

  @Test func saysThatFindingsAreNotAtHand() {
    var player = Player(findings: [:])
    player.press("2<CR>")
    #expect(player.canvas.text.contains("Findings ("))
    #expect(player.canvas.text.contains("its findings are not at hand; r runs the row again"))
    player.press("<CR>")
    #expect(player.notice.contains("not at hand"))
  }

  @Test func opensTheListWhenNoFindingIsInSight() {
    var player = Player()
    player.press("2<CR>G<CR>")
    #expect(player.session.router.top is FindingsScreen)
  }

  @Test func turnsToTheNeighbours() {
    var player = Player()
    player.press("<CR>]")
    #expect(player.item?.id == "ASC 02-01")
    player.press("[[")
    #expect(player.item?.id == "ASC 01")
    #expect(player.notice.contains("first row"))
    player.press("q" + "G<CR>]")
    #expect(player.notice.contains("last row"))
  }

  @Test func goesFromOneRowThatNeedsActionToTheNext() {
    var player = Player()
    player.press("<CR>e")
    #expect(player.item?.id == "ASC 02-01")
    player.press("ee")
    #expect(player.item?.id == "ASC 04")
    player.press("EEE")
    #expect(player.item?.id == "ASC 10")
    #expect(player.notice.contains("search went round"))
  }

  @Test func opensTheFormOfAManualRow() {
    for keys in ["jj<CR><CR>", "jj<CR>a"] {
      var player = Player()
      player.press(keys)
      #expect((player.session.router.top as? AttestScreen)?.row == "ASC 02-02")
    }
  }

  @Test func saysWhatToDoBeforeTheFirstRun() {
    var player = Player(state: .init(), findings: [:])
    player.press("<CR><CR>")
    #expect(player.notice.contains("r runs this row"))
    #expect(player.canvas.text.contains("r runs the selected row"))
  }

  @Test func runsAndCancelsItsRow() {
    var player = Player()
    player.press("<CR>r")
    #expect(player.effects.last == .scan(Run(1), ["ASC 01"]))
    #expect(player.lines[0].contains("[..] queued"))
    player.press("X")
    #expect(player.effects.last == .cancel(Run(1), "ASC 01"))
  }

  @Test func paysOnlyOnceThePriceIsAgreedTo() {
    var player = Player()
    player.press("jjjjjj<CR>$")
    #expect(player.lines.contains { $0.contains("USD 0.01 per request") })
    player.press("n")
    #expect(!player.effects.contains(.pay(Run(1), "ASC 06")))
    player.press("$y")
    #expect(player.effects.last == .pay(Run(1), "ASC 06"))
    player.press("$")
    #expect(player.notice.contains("ASC 06 is running"))
  }

  @Test func nobodyPaysForWhatIsOnRecord() {
    var state = Fixture.state
    var known = Evidence(summary: Text(en: "", ja: ""))
    known.closedMonths = ClosedMonth.months(at: Fixture.now).dropLast().map { ClosedMonth($0, []) }
    state.accounts[Fixture.account]?.evidence["ASC 06"] =
      EvidenceRecord(known, gatheredAt: Fixture.now)
    var player = Player(state: state)
    player.press("jjjjjj<CR>$")
    #expect(player.notice.contains("nothing to pay"))
  }

  @Test func nothingElseCostsMoney() {
    var player = Player()
    player.press("<CR>$")
    #expect(player.notice.contains("nothing about ASC 01 costs money"))
  }

  @Test func keepsItsProportionWhenTheTerminalChanges() {
    var player = Player()
    player.press("2<CR>G")
    player.resize(60, 16)
    #expect(player.item?.scroll.visible.upperBound == player.item?.scroll.count)
  }

  @Test func goesBackWithEveryKeyForThat() {
    for keys in ["q", "h", "<Left>", "<BS>", "<F10>"] {
      var player = Player()
      player.press("<CR>" + keys)
      #expect(player.session.router.top is ChecklistScreen)
      #expect(!player.session.isFinished)
    }
  }

  private var firstID: String { Fixture.findings["ASC 07"]?.ids.first ?? "" }
}
