import Domain
import TerminalUI
import Testing

struct FooterTests {
  private let footer = Footer([
    .init(key: "Enter", words: "詳細", weight: 9), .init(key: "r", words: "再実行", weight: 5),
    .init(key: "y", words: "コピー", weight: 5), .init(key: "j", words: "次", weight: 0),
    .init(key: "?", words: "全キー", weight: 10),
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
    #expect(binding.hint(in: .japanese) == .init(key: "Enter", words: "詳細", weight: 3))
  }
}
