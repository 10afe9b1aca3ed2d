import Domain
import TerminalUI
import Testing

@testable import App

struct HelpScreenTests {
  @Test func runsWhatIsSelected() {
    var player = Player()
    player.press("?jj<CR>")
    #expect(player.effects.last == .scan(Run(1), ["ASC 01"]))
    #expect(player.session.router.top is ChecklistScreen)
  }

  @Test func runsWhatEveryScreenHas() {
    var player = Player()
    player.press("?/日本語<CR><CR>")
    #expect(player.lines[0].contains("チェックリスト"))
  }

  @Test func saysWhyTheSelectedCannotBeRun() {
    var player = Player()
    player.press("?/evaluation<CR><CR>")
    #expect(player.help != nil)
    #expect(player.canvas.text.contains("judged automatically"))
  }

  @Test func findsKeysBeforeWords() {
    var player = Player()
    player.press("?/E")
    #expect(player.lines[1].contains("row to act on before"))
    player.press("<C-u>Ctrl-X")
    #expect(player.lines[1].contains("cancel every run"))
  }

  @Test func findsWordsOfBothLanguages() {
    for language in Language.allCases {
      var player = Player(language)
      player.press("?/絞り込む")
      #expect(player.lines[1].contains("/"))
      player.press("<C-u>NARROW")
      #expect(player.lines[1].contains("/"))
    }
  }

  @Test func keepsTheLegend() {
    var player = Player(.english, 80, 90)
    player.press("?")
    #expect(player.canvas.text.contains("[~M] due soon"))
    #expect(player.canvas.text.contains("A ! in the sign"))
  }

  @Test func clearsTheSearchBeforeItCloses() {
    var player = Player()
    player.press("?/xyzzy<CR>")
    #expect(player.lines[1].contains("No key does that"))
    player.press("<CR>")
    #expect(player.notice.contains("nothing is selected"))
    player.press("<Esc>")
    #expect(player.help != nil)
    player.press("<Esc>")
    #expect(player.help == nil)
  }
}
