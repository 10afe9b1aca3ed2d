import Domain
import TerminalUI
import Testing

@testable import App

struct PaletteScreenTests {
  @Test(arguments: [":rescan<CR>", ":resc<CR>", ":再実行<CR>", ":さいじ<Esc>r", "：r<CR>"])
  func runsACommandOfTheScreenBelow(_ keys: String) {
    var player = Player()
    player.press(keys)
    #expect(player.effects.last == .scan(Run(1), ["ASC 01"]), "\(keys)")
    #expect(player.session.router.top is ChecklistScreen)
  }

  @Test func findsNamesOfBothLanguagesInEither() {
    for language in Language.allCases {
      var player = Player(language)
      player.press(":手順を読む")
      #expect(player.palette?.selected?.name == "guide")
      player.press("<C-u>how to do")
      #expect(player.palette?.selected?.name == "guide")
    }
  }

  @Test func tellsKeysApartByCase() {
    var player = Player()
    player.press(":R")
    #expect(player.palette?.selected?.name == "rescan-all")
    player.press("<BS>r")
    #expect(player.palette?.selected?.name == "rescan")
  }

  @Test func saysWhyACommandCannotBeRunNow() {
    var player = Player()
    player.press(":attest")
    #expect(player.lines[22].contains("not now: ASC 01 is judged automatically; r runs it again"))
    player.press("<CR>")
    #expect(player.palette != nil)
    #expect(player.notice.contains("judged automatically"))
  }

  @Test func completesInTheLanguageThatIsTyped() {
    var player = Player()
    player.press(":resc<Tab>")
    #expect(player.palette?.field.text == "rescan")
    player.press("<C-u>再実<Tab>")
    #expect(player.palette?.field.text == "この項目を再実行")
  }

  @Test func choosesWithTheArrows() {
    var player = Player()
    player.press(":")
    let first = player.palette?.selected?.name
    player.press("<Down>")
    #expect(player.palette?.selected?.name != first)
    player.press("<Up>")
    #expect(player.palette?.selected?.name == first)
  }

  @Test func goesToARow() {
    var player = Player()
    player.press(":7<CR>")
    #expect(player.checklist.selection.id == "ASC 07")
    player.press(":１０<CR>")
    #expect(player.checklist.selection.id == "ASC 10")
    player.press(":99<CR>")
    #expect(player.notice.contains("no number 99"))
    #expect(player.checklist.selection.id == "ASC 10")
    player.openFindings("2")
    player.press(":42<CR>")
    #expect(player.list?.selection.index == 41)
  }

  @Test func switchesTheLanguage() {
    var player = Player()
    player.press(":lang ja<CR>")
    #expect(player.lines[0].contains("チェックリスト"))
    player.press(":lang en<CR>")
    #expect(player.lines[0].contains("Checklist"))
  }

  @Test func quits() {
    for keys in [":quit<CR>", ":終了<CR>", ":q<CR>"] {
      var player = Player()
      player.press(keys)
      #expect(player.session.isFinished, "\(keys)")
    }
  }

  @Test func closesAndLeavesTheScreenBelowInSight() {
    for key in ["<Esc>", "<C-c>"] {
      var player = Player()
      player.press(":xyzzy")
      #expect(player.lines[3].contains("CloudTrail bucket"))
      #expect(player.lines[22].contains("no command is called that"))
      player.press(key)
      #expect(player.session.router.top is ChecklistScreen)
      #expect(!player.session.isFinished)
    }
  }
}
