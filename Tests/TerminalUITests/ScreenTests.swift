import Domain
import TerminalUI
import Testing

struct ScreenTests {
  @Test func carriesOutTheCommandOfAKey() {
    var screen = Counter()
    #expect(screen.press("j") == nil)
    #expect(screen.press(.down) == nil)
    #expect(screen.press(.enter) == .show(2))
  }

  @Test func understandsFullWidthKeys() {
    #expect(Counter.command(for: "ｊ") == .add)
    #expect(Counter.command(for: "j") == .add)
    #expect(Counter.command(for: "k") == nil)
  }

  @Test func refusesWhatCannotBeDone() {
    var screen = Counter()
    #expect(screen.press(.enter) == nil)
    #expect(screen.refusal(of: .show)?.en == "nothing was counted")
  }
}

private struct Counter: Screen {
  enum Command: CaseIterable { case add, show }
  enum Effect: Equatable { case show(Int) }

  static let keymap = [
    KeyBinding("j", .down, command: Command.add, hint: words, help: words),
    KeyBinding(.enter, command: Command.show, hint: words, help: words),
  ]
  private static let words = Text(en: "word", ja: "語")

  private var count = 0

  mutating func update(_ command: Command) -> Effect? {
    switch command {
    case .add: count += 1
    case .show: return .show(count)
    }
    return nil
  }

  func draw(on canvas: inout Canvas, in language: Language) {}

  func refusal(of command: Command) -> Text? {
    command == .show && count == 0 ? Text(en: "nothing was counted", ja: "まだ数えていません") : nil
  }
}
