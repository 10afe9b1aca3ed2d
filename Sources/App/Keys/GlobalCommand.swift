import Domain
import TerminalUI

/// What can be asked for on every screen.
package enum GlobalCommand: CaseIterable, Sendable {
  case cancelAll
  case switchLanguage
  case back
  case out
  case leave
  case help

  package static let keymap: [KeyBinding<Self>] = [
    KeyBinding(
      .control("x"),
      command: .cancelAll,
      hint: Text(en: "cancel all", ja: "すべて中止"),
      help: Text(en: "cancel every run", ja: "実行をすべて中止")
    ),
    KeyBinding(
      "L",
      command: .switchLanguage,
      hint: Text(en: "日本語", ja: "English"),
      help: Text(en: "日本語で表示", ja: "switch to English"),
      weight: 5
    ),
    KeyBinding(
      "q",
      .function(10),
      command: .back,
      hint: Text(en: "back", ja: "戻る"),
      help: Text(en: "back; or quit", ja: "戻る (一覧では終了)"),
      weight: 35
    ),
    KeyBinding(
      "h",
      .left,
      .backspace,
      command: .out,
      hint: Text(en: "back", ja: "戻る"),
      help: Text(en: "back, never quits", ja: "戻る (終了しない)")
    ),
    KeyBinding(
      "Q",
      .control("c"),
      command: .leave,
      hint: Text(en: "quit", ja: "終了"),
      help: Text(en: "quit", ja: "終了")
    ),
    KeyBinding(
      "?",
      .function(1),
      command: .help,
      hint: Text(en: "keys", ja: "全キー"),
      help: Text(en: "this list of keys", ja: "このキー一覧"),
      weight: 100
    ),
  ]
}
