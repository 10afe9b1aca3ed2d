import Domain
import TerminalUI

/// What narrows a list: a scope that one key cycles through, and words that are typed.
package struct ListFilter: Equatable, Sendable {
  package enum Scope: CaseIterable, Sendable {
    case all
    case needsAction
    case changed

    package var words: Text {
      switch self {
      case .all: Text(en: "all", ja: "すべて")
      case .needsAction: Text(en: "needs action", ja: "要対応のみ")
      case .changed: Text(en: "changed since the run before", ja: "前回から変化")
      }
    }

    var next: Self {
      switch self {
      case .all: .needsAction
      case .needsAction: .changed
      case .changed: .all
      }
    }
  }

  package private(set) var scope: Scope = .all
  private var field = TextField()
  /// The words as they were before somebody began to type.
  private var kept: String?

  var words: String { field.text }
  package var query: FilterQuery { FilterQuery(field.text) }
  package var isTyping: Bool { kept != nil }
  package var isActive: Bool { scope != .all || !field.isEmpty }

  package mutating func cycle() {
    scope = scope.next
  }

  package mutating func beginTyping() {
    kept = field.text
  }

  /// Edits the words; false for keys that are none of its business, such as the arrows.
  package mutating func typed(_ key: Key) -> Bool {
    guard let kept else { return false }
    switch key {
    case .enter: self.kept = nil
    case .escape, .control("c"):
      field.text = kept
      self.kept = nil
    default: return field.press(key)
    }
    return true
  }

  package mutating func pasted(_ text: String) {
    field.paste(text)
  }

  /// Back to everything.
  package mutating func clear() {
    self = ListFilter()
  }

  /// Such as `filter gp3   318 of 12,345`, with the caret while typing.
  package func draw(
    on canvas: inout Canvas,
    row: Int,
    width: Int,
    shown: Int,
    of total: Int,
    in language: Language
  ) {
    let counts = Text(
      en: "\(shown.withSeparators) of \(total.withSeparators)",
      ja: "\(shown.withSeparators)件 / \(total.withSeparators)件"
    )[language]
    canvas.writeRight(counts, endingAt: width - 1, row: row)
    let label = Text(en: "filter", ja: "絞込")[language]
    var column = canvas.write(label, column: 1, row: row, style: .bold) + 1
    if scope != .all {
      column = canvas.write("(\(scope.words[language]))", column: column, row: row) + 1
    }
    let room = max(4, width - column - counts.displayWidth - 3)
    field.draw(on: &canvas, column: column, row: row, width: room, isFocused: isTyping)
  }
}

extension ListFilter {
  /// What the keys do while words are typed.
  static func typingHints(in language: Language) -> [Footer.Hint] {
    [
      (Key.enter, Text(en: "keep", ja: "決定")), (.escape, Text(en: "give up", ja: "取消")),
      (.down, Text(en: "next", ja: "次へ")),
    ].map { Footer.Hint(key: $0.label[language], words: $1[language], weight: 10) }
  }
}
