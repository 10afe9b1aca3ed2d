import Domain
import TerminalUI
import Testing

@testable import App

struct KeyChangesTests {
  private func player(_ lines: String) -> Player {
    Player(configuration: Configuration(lines))
  }

  @Test func aCommandGoesWithItsNewKey() {
    var player = player("key.rescan = F6\nkey.rescan-all = r")
    player.press("2<F6>")
    #expect(player.effects.last == .scan(Run(1), ["ASC 07"]))
    player.press("<F5>")
    #expect(player.notice.contains("F5 is not used here"))
  }

  @Test func footerAndHelpNameTheNewKey() {
    var player = player("key.rescan = F6")
    #expect(player.lines[23].contains("F6 re-run"))
    player.press("?/F6<CR>")
    #expect(player.canvas.text.contains("run this row again"))
    player.press("<CR>")
    #expect(player.effects.contains { if case .scan = $0 { true } else { false } })
  }

  @Test func aCommandOfEveryScreenMayHaveAKeyThatHadNone() {
    var player = player("key.messages = m")
    player.press("m")
    #expect(player.session.router.top is MessagesScreen)
  }

  @Test func keysMayBeSwapped() {
    let configuration = Configuration("key.rescan = X\nkey.cancel = r F5")
    #expect(configuration.faults.isEmpty)
    var player = Player(configuration: configuration)
    player.press("2X")
    #expect(player.effects.last == .scan(Run(1), ["ASC 07"]))
    player.press("r")
    #expect(player.effects.last == .cancel(Run(1), "ASC 07"))
  }

  @Test func oneKeyForTwoCommandsIsRefused() {
    let configuration = Configuration("key.attest = F7\nkey.rescan = a j")
    #expect(configuration.faults.map(\.line) == [2])
    let words = configuration.faults.first?.text.en ?? ""
    #expect(words.contains("j cannot mean both rescan and move-down"), "\(words)")
    #expect(configuration.keys.keys(ofCommandNamed: "rescan") == nil)
    #expect(configuration.keys.keys(ofCommandNamed: "attest") == [.function(7)])
  }

  @Test func gettingAboutIsCalledTheSameInListsAndTexts() {
    var player = player("key.move-down = F8 Down")
    player.press("2<F8>")
    #expect(player.checklist.selection.id == "ASC 08")
    player.press("o<F8>")
    #expect(player.guide?.text.scroll.top == 1)
    player.press("j")
    #expect(player.notice.contains("j is not used here"))
  }

  @Test func everyCommandOfThisProgramCanBeFoundByName() {
    for page in KeyTable.pages + [KeyTable.everywhere] {
      let names = page.lines.map(\.command)
      #expect(Set(names).count == names.count, "\(page.page.en)")
    }
  }
}
