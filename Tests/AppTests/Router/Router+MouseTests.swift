import Domain
import TerminalUI
import Testing

@testable import App

struct RouterMouseTests {
  @Test func selectsARowAndOpensItAtTheSecondClick() {
    var player = Player()
    player.click("[!?] 10")
    #expect(player.checklist.selection.id == "ASC 10")
    #expect(player.item == nil)
    player.click("[!?] 10")
    #expect(player.item?.id == "ASC 10")
  }

  @Test func missesTitlesAndHeads() {
    var player = Player()
    player.press("j")
    player.click("EC2/VPC/EBS")
    player.click("AWS Security Checklist")
    #expect(player.checklist.selection.id == "ASC 02-01")
    #expect(player.item == nil)
  }

  @Test func selectsAndRollsFindings() {
    var player = Player()
    player.openFindings("2")
    let first = player.selectedID
    player.wheel(1)
    #expect(player.list?.selection.visible(height: 18).lowerBound == 3)
    #expect(player.list?.selection.index == 3)
    player.wheel(-1)
    player.press("g")
    #expect(player.selectedID == first)
    let third = player.list?.findings?.records[2].finding.resource.name ?? ""
    player.click(third)
    #expect(player.list?.selection.index == 2)
    player.click(third)
    #expect(player.lines[0].contains("finding 3 /"))
  }

  @Test func rollsATextByThreeLines() {
    var player = Player()
    player.press("2o")
    player.wheel(1)
    #expect(player.guide?.text.scroll.top == 3)
    player.wheel(-1)
    #expect(player.guide?.text.scroll.top == 0)
  }

  @Test func doesWhatAHintSays() {
    var player = Player()
    player.click("? keys")
    #expect(player.help != nil)
    player.click("Esc close")
    #expect(player.help == nil)
    player.startScanning()
    player.press("q")
    player.click("n stay")
    #expect(player.session.router.question == nil)
    #expect(!player.session.isFinished)
  }

  @Test func hintsMeanTheSameUnderOtherKeys() {
    var player = Player(configuration: Configuration("key.help = F6\nkey.attest = Z"))
    player.click("F6 keys")
    #expect(player.help != nil)
  }

  @Test func choosesWhatIsOfferedOnTheCommandLine() {
    var player = Player()
    player.press(":messages")
    player.click("what was said so far")
    #expect(player.lines[0].contains("Messages"))
  }

  @Test func leavesMenusToTheKeys() {
    var player = Player()
    player.openFindings("2")
    let selected = player.selectedID
    player.press("s")
    player.wheel(1)
    player.click("[!!]")
    player.click("[!!]")
    #expect(player.selectedID == selected)
    player.click("Esc close")
    player.press("j")
    #expect(player.selectedID != selected)
  }

  @Test func findsNothingWhereTheScreenIsTooSmall() {
    var player = Player()
    player.resize(30, 6)
    player.session.handle(.mouse(.click(.init(column: 1, row: 5))))
    player.wheel(1)
    #expect(!player.session.isFinished)
  }

  @Test func isOffUntilSomebodyWantsIt() {
    var player = Player()
    #expect(!player.session.wantsMouse)
    player.press(":mouse on<CR>")
    #expect(player.session.wantsMouse)
    #expect(player.notice.contains("Shift selects text"))
    player.press(":mouse on<CR>")
    #expect(player.notice.contains("the mouse is on already"))
    player.press("<Esc>:mouse off<CR>")
    #expect(!player.session.wantsMouse)
    #expect(Player(configuration: Configuration("mouse = on")).session.wantsMouse)
  }

  /// There the terminal selects text.
  @Test func isOffWhereTextStandsAlone() {
    var player = Player(configuration: Configuration("mouse = on"))
    player.openFindings("2")
    player.press("Y")
    #expect(!player.session.wantsMouse)
    player.press("<Esc>")
    #expect(player.session.wantsMouse)
  }
}
