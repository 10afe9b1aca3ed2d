import Checks
import Domain
import TerminalUI

extension ChecklistScreen {
  package enum Command: Hashable, CaseIterable, Sendable {
    case open
    case filter
    case rescan
    case rescanAll
    case attest
    case renew
    case takeBack
    case exceptions
    case history
    case mark
    case markAll
    case nextIssue
    case previousIssue
    case cancel
    case guide
    case zoom
    case cycleScope
    case section(Check.Section)
    case nextSection
    case previousSection
    case stepOut
    case move(Movement)

    package static let allCases: [Self] =
      [
        .open, .filter, .rescan, .rescanAll, .attest, .renew, .takeBack, .exceptions, .history,
        .mark, .markAll, .nextIssue, .previousIssue, .cancel, .guide,
        .zoom,
        .cycleScope, .nextSection, .previousSection, .stepOut,
      ] + Check.Section.allCases.map(Self.section) + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    ownKeymap + Check.Section.bindings(Command.section) + Movement.bindings(Command.move)

  private static let ownKeymap: [KeyBinding<Command>] = [
    KeyBinding(
      .enter,
      "l",
      .right,
      command: .open,
      hint: Text(en: "open", ja: "詳細"),
      help: Text(en: "open the row", ja: "項目を開く"),
      weight: 90
    ),
    .filter(.filter),
    .rescan(.rescan),
    .rescanAll(.rescanAll),
    .attest(.attest),
    .renew(.renew),
    .takeBack(.takeBack),
    .history(.history),
    KeyBinding(
      "x",
      command: .exceptions,
      hint: Text(en: "exceptions", ja: "例外"),
      help: Text(en: "what is accepted", ja: "登録した例外の一覧"),
      weight: 14
    ),
    KeyBinding(
      " ",
      command: .mark,
      hint: Text(en: "mark", ja: "選択"),
      help: Text(en: "mark, and go on", ja: "選択して次へ"),
      weight: 16
    ),
    KeyBinding(
      "*",
      command: .markAll,
      hint: Text(en: "all", ja: "全選択"),
      help: Text(en: "mark all shown, or none", ja: "表示中をすべて選択/解除")
    ),
    .nextIssue(.nextIssue),
    .previousIssue(.previousIssue),
    .cancel(.cancel),
    .guide(.guide),
    KeyBinding(
      "z",
      command: .zoom,
      hint: Text(en: "preview", ja: "プレビュー"),
      help: Text(en: "preview: whole/hidden", ja: "プレビュー拡大/非表示"),
      weight: 8
    ),
    KeyBinding(
      "f",
      command: .cycleScope,
      hint: Text(en: "show", ja: "表示"),
      help: Text(en: "all / to do / changed", ja: "すべて/要対応/変化"),
      weight: 30
    ),
    KeyBinding(
      "}",
      command: .nextSection,
      hint: Text(en: "section", ja: "区分"),
      help: Text(en: "to the next section", ja: "次の区分へ")
    ),
    KeyBinding(
      "{",
      command: .previousSection,
      hint: Text(en: "section", ja: "区分"),
      help: Text(en: "to the section before", ja: "前の区分へ")
    ),
    .stepOut(.stepOut),
  ]
}
