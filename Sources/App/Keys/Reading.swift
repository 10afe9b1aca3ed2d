import Domain
import TerminalUI

/// The ways to get about in a long text, on the same keys everywhere.
package enum Reading: Hashable, CaseIterable, Sendable {
  case search
  case nextMatch
  case previousMatch
  case wrap
  case left
  case right
  case clear
  case move(Movement)

  package static let allCases: [Self] =
    [.search, .nextMatch, .previousMatch, .wrap, .left, .right, .clear]
    + Movement.allCases.map(Self.move)

  /// The bindings of a screen whose commands include these.
  static func bindings<Command>(_ command: (Self) -> Command) -> [KeyBinding<Command>] {
    own.map { binding in
      KeyBinding(
        binding.key,
        command: command(binding.reading),
        hint: binding.hint,
        help: binding.help,
        weight: binding.weight
      )
    } + Movement.bindings { command(.move($0)) }
  }

  private typealias Own = (reading: Self, key: Key, hint: Text, help: Text, weight: Int)

  private static let own: [Own] = [
    (
      .search, "/", Text(en: "search", ja: "検索"), Text(en: "look for words", ja: "文字を検索"), 80
    ),
    (
      .nextMatch, "n", Text(en: "next", ja: "次"), Text(en: "next match", ja: "次の一致へ"), 60
    ),
    (
      .previousMatch, "N", Text(en: "before", ja: "前"),
      Text(en: "the match before", ja: "前の一致へ"), 0
    ),
    (
      .wrap, "w", Text(en: "wrap", ja: "折返し"),
      Text(en: "wrap lines or not", ja: "行の折り返し"), 30
    ),
    (.left, "<", Text(en: "left", ja: "左"), Text(en: "sideways, left", ja: "左へずらす"), 0),
    (.right, ">", Text(en: "right", ja: "右"), Text(en: "sideways, right", ja: "右へずらす"), 0),
    (
      .clear, .escape, Text(en: "clear", ja: "解除"),
      Text(en: "forget the search", ja: "検索をやめる"), 0
    ),
  ]
}
