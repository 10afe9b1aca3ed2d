import Domain
import TerminalUI

/// In which form a finding is copied.
package enum CopyForm: CaseIterable, Sendable {
  case arn
  case id
  case row
  case json
  case commands
  case url

  /// The choices after `y`; pressing that again is the commonest of them.
  package static let menu: [KeyBinding<Self>] = [
    binding("y", "a", .arn, Text(en: "ARN", ja: "ARN")),
    binding("i", nil, .id, Text(en: "id", ja: "ID")),
    binding("r", nil, .row, Text(en: "row, with tabs", ja: "行 (タブ区切り)")),
    binding("j", nil, .json, Text(en: "JSON", ja: "JSON")),
    binding("c", nil, .commands, Text(en: "AWS CLI outline", ja: "AWS CLI の手順案")),
    binding("u", nil, .url, Text(en: "console URL", ja: "コンソールのURL")),
  ]

  package var words: Text {
    Self.menu.first { $0.command == self }?.help ?? Text(en: "", ja: "")
  }

  private static func binding(_ key: Key, _ other: Key?, _ form: Self, _ words: Text)
    -> KeyBinding<Self>
  {
    if let other {
      KeyBinding(key, other, command: form, hint: words, help: words)
    } else {
      KeyBinding(key, command: form, hint: words, help: words)
    }
  }
}
