import Domain
import TerminalUI

extension FindingsScreen {
  package enum Command: Hashable, CaseIterable, Sendable {
    case open
    case filter
    case cycleScope
    case rescan
    case cancel
    case guide
    case copy
    case except
    case takeBack
    case history
    case otherTab
    case mark
    case sort
    case range
    case nextIssue
    case previousIssue
    case reverse
    case markAll
    case console
    case record
    case plainText
    case markDown
    case markUp
    case nextMatch
    case previousMatch
    case stepOut
    case move(Movement)

    package static let allCases: [Self] =
      [
        .open, .filter, .cycleScope, .rescan, .cancel, .guide, .copy, .except, .takeBack, .history,
        .otherTab, .mark, .sort, .range,
        .nextIssue, .previousIssue, .reverse, .markAll, .console, .record, .plainText, .markDown,
        .markUp,
        .nextMatch, .previousMatch, .stepOut,
      ] + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    listKeys + findingKeys + Movement.bindings(Command.move)

  private static let listKeys: [KeyBinding<Command>] = [
    KeyBinding(
      .enter,
      "l",
      .right,
      command: .open,
      hint: Text(en: "open", ja: "詳細"),
      help: Text(en: "open the finding", ja: "検出を開く"),
      weight: 90
    ),
    .filter(.filter),
    KeyBinding(
      "f",
      command: .cycleScope,
      hint: Text(en: "show", ja: "表示"),
      help: Text(en: "all / to do / changed", ja: "すべて/要対応/変化"),
      weight: 75
    ),
    KeyBinding(
      "s",
      command: .sort,
      hint: Text(en: "sort", ja: "並び"),
      help: Text(en: "sort by a column", ja: "列で並べ替え"),
      weight: 64
    ),
    KeyBinding(
      "S",
      command: .reverse,
      hint: Text(en: "reverse", ja: "逆順"),
      help: Text(en: "reverse the order", ja: "並びを逆にする"),
      weight: 22
    ),
    KeyBinding(
      "e",
      command: .nextIssue,
      hint: Text(en: "next issue", ja: "次の要対応"),
      help: Text(en: "next one to act on", ja: "次の要対応へ"),
      weight: 50
    ),
    KeyBinding(
      "E",
      command: .previousIssue,
      hint: Text(en: "issue before", ja: "前の要対応"),
      help: Text(en: "one to act on before", ja: "前の要対応へ")
    ),
    .nextMatch(.nextMatch),
    .previousMatch(.previousMatch),
    .rescan(.rescan),
    .cancel(.cancel),
    .guide(.guide),
    KeyBinding(
      .escape,
      command: .stepOut,
      hint: Text(en: "clear", ja: "解除"),
      help: Text(en: "clear marks or filter", ja: "選択と絞り込みを解除")
    ),
  ]

  private static let findingKeys: [KeyBinding<Command>] = [
    KeyBinding(
      " ",
      command: .mark,
      hint: Text(en: "mark", ja: "選択"),
      help: Text(en: "mark, and go on", ja: "選択して次へ"),
      weight: 62
    ),
    KeyBinding(
      "v",
      command: .range,
      hint: Text(en: "range", ja: "範囲"),
      help: Text(en: "mark a range; v ends it", ja: "範囲を選択 (v で確定)"),
      weight: 30
    ),
    KeyBinding(
      .shiftDown,
      command: .markDown,
      hint: Text(en: "mark down", ja: "下へ選択"),
      help: Text(en: "mark downwards", ja: "下へ選択")
    ),
    KeyBinding(
      .shiftUp,
      command: .markUp,
      hint: Text(en: "mark up", ja: "上へ選択"),
      help: Text(en: "mark upwards", ja: "上へ選択")
    ),
    KeyBinding(
      "*",
      command: .markAll,
      hint: Text(en: "all", ja: "全選択"),
      help: Text(en: "mark all shown, or none", ja: "表示中をすべて選択/解除"),
      weight: 24
    ),
    .copy(.copy),
    .except(.except),
    .takeBack(.takeBack),
    .history(.history),
    KeyBinding(
      .tab,
      .shiftTab,
      command: .otherTab,
      hint: Text(en: "gone/there", ja: "消えた検出"),
      help: Text(en: "what is gone", ja: "消えた検出と切替"),
      weight: 34
    ),
    .plainText(.plainText),
    .console(.console),
    .record(.record),
  ]
}
