import Domain
import TerminalUI

/// A menu that a screen can open over itself.
struct OpenMenu<Choice: Hashable & Sendable>: Sendable {
  private(set) var menu: Menu<Choice>?

  var isOpen: Bool { menu != nil }

  mutating func open(_ menu: Menu<Choice>) {
    self.menu = menu
  }

  mutating func close() {
    menu = nil
  }

  /// What was chosen, and what is to be said; `nil` when no menu is open.
  mutating func press(_ key: Key) -> (choice: Choice?, steps: [Step])? {
    guard let answer = menu?.press(key) else { return nil }
    switch answer {
    case .chosen(let choice):
      menu = nil
      return (choice, [])
    case .closed: menu = nil
    case .stays: break
    case .refused(let why): return (nil, [.say(why)])
    case .unused:
      let name = key.label
      let words = Text(
        en: "\(name.en) is not in the menu; Esc closes it",
        ja: "\(name.ja) はメニューにありません。Esc で閉じます"
      )
      return (nil, [.say(words)])
    }
    return (nil, [])
  }
}
