import Domain
import FoundationEssentials
import TerminalUI

/// Something the program says in passing.
///
/// It stays until a key is pressed after at least four seconds, so that nobody misses it by typing.
package struct Notice: Equatable, Sendable {
  static let shortest: TimeInterval = 4

  /// Older ones are forgotten.
  static let mostKept = 500

  package let text: Text
  package let since: Date
  /// Whether something went wrong.
  package var isProblem = false

  package func isOld(at now: Date) -> Bool {
    now.timeIntervalSince(since) >= Self.shortest
  }
}

/// What the router has to say about keys.
extension Notice {
  static let held = Text(
    en: "the list has just changed; press the key again",
    ja: "一覧が更新されました。もう一度押してください"
  )
  static let root = Text(en: "q quits", ja: "終了は q です")

  static let escape = Text(en: "Esc does not leave a screen; q does", ja: "戻るには q を押してください")

  static func unused(_ key: Key, in page: any Page) -> Text {
    if key.isFromInputMethod {
      return Text(en: "the input method is on; switch it off", ja: "日本語入力がオンです")
    }
    if key == .escape {
      return escape
    }
    let name = key.label
    let help = page.isTyping ? "F1" : "?"
    return Text(
      en: "\(name.en) is not used here; \(help) lists keys",
      ja: "\(name.ja) はこの画面では使えません。\(help) でキー一覧"
    )
  }
}
