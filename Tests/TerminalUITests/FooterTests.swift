import Domain
import TerminalUI
import Testing

struct FooterTests {
  private let footer = Footer([
    hint(.enter, "詳細", 9), hint("r", "再実行", 5), hint("y", "コピー", 5), hint("j", "次", 0),
    hint("?", "全キー", 10),
  ])

  @Test func showsEverythingThatHasWeight() {
    #expect(footer.line(width: 80) == "Enter 詳細  r 再実行  y コピー  ? 全キー")
  }

  @Test func dropsTheLightestFirst() {
    #expect(footer.line(width: 40) == "Enter 詳細  r 再実行  y コピー  ? 全キー")
    #expect(footer.line(width: 39) == "Enter 詳細  r 再実行  ? 全キー")
    #expect(footer.line(width: 20) == "Enter 詳細  ? 全キー")
    #expect(footer.line(width: 10) == "? 全キー")
    #expect(footer.line(width: 3) == "")
  }

  @Test func takesHintsFromBindings() {
    let words = Text(en: "open", ja: "詳細")
    let binding = KeyBinding(.enter, "l", command: 1, hint: words, help: words, weight: 3)
    #expect(binding.hint(in: .japanese) == hint(.enter, "詳細", 3))
  }

  @Test func knowsWhichHintStandsInAColumn() {
    #expect(footer.hint(at: 0, width: 80)?.key == .enter)
    #expect(footer.hint(at: 9, width: 80)?.key == .enter)
    #expect(footer.hint(at: 10, width: 80) == nil)
    #expect(footer.hint(at: 12, width: 80)?.key == "r")
    #expect(footer.hint(at: 39, width: 80)?.key == "?")
    #expect(footer.hint(at: 40, width: 80) == nil)
    #expect(footer.hint(at: 12, width: 20)?.key == "?")
  }
}

private func hint(_ key: Key, _ words: String, _ weight: Int) -> Footer.Hint {
  Footer.Hint(key, Text(en: words, ja: words), weight: weight, in: .japanese)
}
