import Checks
import Domain
import TerminalUI

/// Keys that mean the same on several screens.
extension KeyBinding {
  static func rescan(_ command: Command) -> Self {
    Self(
      "r",
      .function(5),
      command: command,
      hint: Text(en: "re-run", ja: "再実行"),
      help: Text(en: "run this row again", ja: "この項目を再実行"),
      weight: 70
    )
  }

  static func rescanFinding(_ command: Command) -> Self {
    Self(
      "r",
      .function(5),
      command: command,
      hint: Text(en: "re-run", ja: "再実行"),
      help: Text(en: "look at this one again", ja: "この検出だけを再確認"),
      weight: 70
    )
  }

  static func rescanAll(_ command: Command) -> Self {
    Self(
      "R",
      command: command,
      hint: Text(en: "run all", ja: "全実行"),
      help: Text(en: "run every automatic row", ja: "自動の項目をすべて実行"),
      weight: 50
    )
  }

  static func nextIssue(_ command: Command, weight: Int = 55) -> Self {
    Self(
      "e",
      command: command,
      hint: Text(en: "next issue", ja: "次の要対応"),
      help: Text(en: "next row to act on", ja: "次の要対応へ"),
      weight: weight
    )
  }

  static func previousIssue(_ command: Command) -> Self {
    Self(
      "E",
      command: command,
      hint: Text(en: "issue before", ja: "前の要対応"),
      help: Text(en: "row to act on before", ja: "前の要対応へ")
    )
  }

  static func attest(_ command: Command) -> Self {
    Self(
      "a",
      command: command,
      hint: Text(en: "attest", ja: "評価"),
      help: Text(en: "record an evaluation", ja: "評価を記録"),
      weight: 60
    )
  }

  static func except(_ command: Command) -> Self {
    Self(
      "x",
      command: command,
      hint: Text(en: "accept", ja: "例外"),
      help: Text(en: "accept: an exception", ja: "例外として登録"),
      weight: 58
    )
  }

  static func renew(_ command: Command) -> Self {
    Self(
      "A",
      command: command,
      hint: Text(en: "renew", ja: "再評価"),
      help: Text(en: "evaluate as last time", ja: "前回の所見で再評価"),
      weight: 32
    )
  }

  static func history(_ command: Command) -> Self {
    Self(
      "H",
      command: command,
      hint: Text(en: "history", ja: "履歴"),
      help: Text(en: "history of the row", ja: "項目の履歴"),
      weight: 26
    )
  }

  static func cancel(_ command: Command) -> Self {
    Self(
      "X",
      command: command,
      hint: Text(en: "cancel", ja: "中止"),
      help: Text(en: "cancel this row's run", ja: "この項目の実行を中止"),
      weight: 65
    )
  }

  static func guide(_ command: Command) -> Self {
    Self(
      "o",
      command: command,
      hint: Text(en: "guide", ja: "手順"),
      help: Text(en: "read how to do it", ja: "手順を読む"),
      weight: 28
    )
  }

  static func left(_ command: Command) -> Self {
    Self(
      "<",
      command: command,
      hint: Text(en: "left", ja: "左"),
      help: Text(en: "sideways, left", ja: "左へずらす")
    )
  }

  static func right(_ command: Command) -> Self {
    Self(
      ">",
      command: command,
      hint: Text(en: "right", ja: "右"),
      help: Text(en: "sideways, right", ja: "右へずらす"),
      weight: 16
    )
  }

  static func filter(_ command: Command, weight: Int = 80) -> Self {
    Self(
      "/",
      command: command,
      hint: Text(en: "filter", ja: "絞込"),
      help: Text(en: "narrow by words", ja: "文字で絞り込む"),
      weight: weight
    )
  }

  static func stepOut(_ command: Command) -> Self {
    Self(
      .escape,
      command: command,
      hint: Text(en: "clear", ja: "解除"),
      help: Text(en: "clear the filter", ja: "絞り込みを解除")
    )
  }

  static func nextSibling(_ command: Command, _ words: Text) -> Self {
    Self("]", command: command, hint: words, help: words, weight: 45)
  }

  static func previousSibling(_ command: Command, _ words: Text) -> Self {
    Self("[", command: command, hint: words, help: words, weight: 40)
  }
}

extension Check.Section {
  /// The digit keys, one for each section.
  static func bindings<Command>(_ command: (Self) -> Command) -> [KeyBinding<Command>] {
    zip(["1", "2", "3"] as [Key], allCases).map { key, section in
      KeyBinding(
        key,
        command: command(section),
        hint: section.title,
        help: Text(en: "to \(section.title.en)", ja: "\(section.title.ja)へ")
      )
    }
  }
}
