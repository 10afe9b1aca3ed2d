import Domain
import Reports
import TerminalUI

/// What can be asked for on every screen.
package enum GlobalCommand: Hashable, CaseIterable, Sendable {
  case palette
  case toDo
  case progress
  case messages
  case exceptions
  case accounts
  case matrix
  case write(TableFormat)
  case takeBack
  case redo
  case cancelAll
  case switchLanguage
  case language(Language)
  case mouse(Switch)
  case back
  case out
  case quit
  case help

  package static let allCases: [Self] =
    [
      .palette, .toDo, .progress, .messages, .exceptions, .accounts, .matrix, .takeBack,
      .redo, .cancelAll, .switchLanguage, .back, .out, .quit, .help,
    ]
    + Language.allCases.map(Self.language) + Switch.allCases.map(Self.mouse)
    + TableFormat.allCases.map(Self.write)

  package static let keymap: [KeyBinding<Self>] =
    ownKeymap + Language.allCases.map(Self.binding) + Switch.allCases.map(Self.binding)
    + TableFormat.allCases.map(Self.binding)

  /// The command line's, as in `:lang en`.
  private static func binding(_ language: Language) -> KeyBinding<Self> {
    let words =
      switch language {
      case .english: Text(en: "show English", ja: "英語で表示")
      case .japanese: Text(en: "show Japanese", ja: "日本語で表示")
      }
    return KeyBinding(command: .language(language), hint: words, help: words)
  }

  /// The command line's too, where a path may follow, as in `:write csv rows.csv`.
  private static func binding(_ format: TableFormat) -> KeyBinding<Self> {
    let name = format.rawValue.uppercased()
    let words = Text(en: "rows to a file: \(name)", ja: "\(name)に書き出す")
    return KeyBinding(command: .write(format), hint: words, help: words)
  }

  /// As in `:mouse on`.
  private static func binding(_ mouse: Switch) -> KeyBinding<Self> {
    let words =
      switch mouse {
      case .on: Text(en: "use the mouse", ja: "マウスを使う")
      case .off: Text(en: "leave the mouse alone", ja: "マウスを使わない")
      }
    return KeyBinding(command: .mouse(mouse), hint: words, help: words)
  }

  private static let ownKeymap: [KeyBinding<Self>] = [
    KeyBinding(
      ":",
      command: .palette,
      hint: Text(en: "command", ja: "命令"),
      help: Text(en: "commands by name", ja: "名前で操作を選ぶ"),
      weight: 20
    ),
    KeyBinding(
      "t",
      command: .toDo,
      hint: Text(en: "to do", ja: "要対応"),
      help: Text(en: "what needs action", ja: "要対応を順に見る"),
      weight: 27
    ),
    KeyBinding(
      "p",
      command: .progress,
      hint: Text(en: "progress", ja: "実行状況"),
      help: Text(en: "how far the scan is", ja: "実行の進み具合"),
      weight: 12
    ),
    KeyBinding(
      command: .messages,
      hint: Text(en: "messages", ja: "メッセージ"),
      help: Text(en: "what was said so far", ja: "これまでのメッセージ")
    ),
    KeyBinding(
      command: .exceptions,
      hint: Text(en: "exceptions", ja: "例外一覧"),
      help: Text(en: "what is accepted", ja: "登録した例外の一覧")
    ),
    KeyBinding(
      "P",
      command: .accounts,
      hint: Text(en: "accounts", ja: "アカウント"),
      help: Text(en: "other accounts", ja: "アカウントの切替"),
      weight: 11
    ),
    KeyBinding(
      "M",
      command: .matrix,
      hint: Text(en: "matrix", ja: "マトリクス"),
      help: Text(en: "accounts and rows", ja: "全アカウントの状況")
    ),
    KeyBinding(
      "u",
      command: .takeBack,
      hint: Text(en: "take back", ja: "取消"),
      help: Text(en: "take a decision back", ja: "評価や例外を取り消す"),
      weight: 18
    ),
    KeyBinding(
      "U",
      command: .redo,
      hint: Text(en: "redo", ja: "やり直し"),
      help: Text(en: "do it again after all", ja: "取り消した操作をやり直す"),
      weight: 19
    ),
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
      command: .quit,
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

extension Language {
  var other: Self { self == .english ? .japanese : .english }
}
