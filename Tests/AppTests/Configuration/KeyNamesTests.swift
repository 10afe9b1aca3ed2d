import Domain
import TerminalUI
import Testing

@testable import App

struct KeyNamesTests {
  private let text = Text(en: "running; <X> cancels it", ja: "実行中です。<X> で中止します")

  @Test func namesTheUsualKeys() {
    #expect(KeyChanges().naming(text, on: .everywhere).en == "running; X cancels it")
  }

  @Test func namesTheKeysThatSomebodyHasChosen() {
    let keys = Configuration("key.cancel = F6 X\n").keys
    let named = keys.naming(text, on: KeyTable(of: ChecklistScreen.self))
    #expect(named == Text(en: "running; F6 cancels it", ja: "実行中です。F6 で中止します"))
  }

  @Test func leavesAloneWhatIsNoKey() {
    let words = Text(en: "Taro <taro@example.com> <- -> <", ja: "<> <<X>")
    let named = KeyChanges().naming(words, on: .everywhere)
    #expect(named.en == "Taro <taro@example.com> <- -> <")
    #expect(named.ja == "<> <X")
  }

  /// What a refusal, a notice, the help and the body of a screen say.
  @Test func saysTheChosenKeyEverywhere() {
    let configuration = Configuration("key.rescan = F6\nkey.attest = F7\nkey.step-out = F8\n")
    var player = Player(configuration: configuration)
    player.press("2a")
    #expect(player.notice.contains("a is not used here"))
    player.press("<F7>")
    #expect(player.notice.contains("judged automatically; F6 runs it again"))
    player.press("?/attest<CR>")
    #expect(player.canvas.text.contains("F6 runs it again"))
    player.press("q2<Space>j")
    #expect(player.canvas.text.contains("F6 runs 1"))
  }
}
