import Domain
import TerminalUI
import Testing

@testable import App

struct RouterTests {
  @Test func answersUnknownKeysWithWhereTheKeysAre() {
    var player = Player()
    player.press("d")
    #expect(player.notice == " d is not used here; ? lists keys")
  }

  @Test func saysThatTheInputMethodIsOn() {
    var player = Player(.japanese)
    player.press("あ")
    #expect(player.notice.contains("日本語入力がオンです"))
  }

  @Test func understandsFullWidthKeys() {
    var player = Player()
    player.press("ｊ")
    #expect(player.checklist.selection.id == "ASC 02-01")
    player.press("？")
    #expect(player.session.router.top is HelpScreen)
  }

  @Test func keepsANoticeForFourSecondsAndAKey() {
    var player = Player()
    player.press("d")
    player.wait(1)
    player.press("j")
    #expect(player.notice.contains("not used"))
    player.wait(4)
    player.press("j")
    #expect(!player.notice.contains("not used"))
  }

  @Test func aNoticeLeavesThePlaceInAListAndTheCriterionInSight() {
    var player = Player()
    player.press("d")
    #expect(player.lines[22].contains("Alert when"))
    #expect(player.lines[21].contains("not used here"))
    player.press("2<CR>d")
    #expect(player.notice.contains("not used here") && player.notice.contains("%"))
    player.press("q")
    player.startScanning()
    player.press("d")
    #expect(player.lines[21].contains("Running"))
  }

  @Test func opensAndClosesTheHelp() {
    for keys in ["??", "?q", "?<Esc>", "<F1><F1>"] {
      var player = Player()
      player.press(keys)
      #expect(player.session.router.top is ChecklistScreen, "\(keys)")
    }
  }

  @Test func neverLeavesTheProgramByTheKeysForBack() {
    for keys in ["h", "<Left>", "<BS>"] {
      var player = Player()
      player.press(keys)
      #expect(!player.session.isFinished)
      #expect(player.notice.contains("q quits"))
    }
  }

  @Test func saysThatEscapeLeavesNoScreen() {
    var player = Player()
    player.press("<CR><Esc>")
    #expect(player.session.router.top is ItemScreen)
    #expect(player.notice.contains("q does"))
  }

  @Test func saysWhenTheTerminalIsTooSmallAndStillLeaves() {
    var player = Player()
    player.resize(30, 6)
    #expect(
      player.canvas.text == """
         AWS Checklist
         screen 30x6
         needs 40x10
         enlarge, or q


        """
    )
    player.press("j")
    #expect(player.checklist.selection.id == "ASC 01")
    player.press("q")
    #expect(player.session.isFinished)
  }

  @Test func drawsEverySizeFromTheSmallestOn() {
    for width in stride(from: 40, through: 130, by: 9) {
      for height in 10...40 {
        var player = Player(.japanese, width, height, findings: [:])
        Golden.expectWellFormed(player.canvas, "\(width)x\(height)")
        #expect(Golden.cursorRows(of: player.canvas).count == 1, "\(width)x\(height)")
        player.press("G")
        #expect(Golden.cursorRows(of: player.canvas).count == 1, "\(width)x\(height) end")
      }
    }
  }
}
