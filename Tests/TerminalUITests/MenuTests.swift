import Domain
import TerminalUI
import Testing

struct MenuTests {
  private enum Choice: Hashable {
    case one, two, three
  }

  private var menu: Menu<Choice> {
    let refusal = Text(en: "not today", ja: "今日は不可")
    return Menu(
      Text(en: "choose", ja: "選択"),
      [
        Menu.Item(binding("a", .one)), Menu.Item(binding("b", .two), refusal: refusal),
        Menu.Item(binding("c", .three)),
      ]
    )
  }

  private func binding(_ key: Key, _ choice: Choice) -> KeyBinding<Choice> {
    let words = Text(en: "thing \(choice)", ja: "もの \(choice)")
    return KeyBinding(key, command: choice, hint: words, help: words)
  }

  @Test func takesItsKeysAlsoInFullWidth() {
    var menu = menu
    #expect(menu.press("c") == .chosen(.three))
    #expect(menu.press("ａ") == .chosen(.one))
    #expect(menu.press("b") == .refused(Text(en: "not today", ja: "今日は不可")))
    #expect(menu.press("x") == .unused)
  }

  @Test(arguments: [Key.escape, "q", .control("c")]) func closes(_ key: Key) {
    var menu = menu
    #expect(menu.press(key) == .closed)
  }

  @Test func choosesByTheArrowsAndGoesRound() {
    var menu = menu
    #expect(menu.press(.up) == .stays)
    #expect(menu.press(.enter) == .chosen(.three))
    #expect(menu.press(.down) == .stays)
    #expect(menu.press(.enter) == .chosen(.one))
  }

  @Test func standsAboveTheFooter() {
    var canvas = Canvas(width: 30, height: 8)
    canvas.write("covered", column: 3, row: 5)
    menu.draw(on: &canvas, above: 1, in: .japanese)
    #expect(
      canvas.text.split(separator: "\n", omittingEmptySubsequences: false).suffix(5) == [
        " 選択", "  a    もの one", "  b    もの two", "  c    もの three", "",
      ]
    )
  }
}
