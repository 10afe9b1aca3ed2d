import Domain
import TerminalUI

/// What narrows a list: a scope that one key cycles through, and words that are typed.
package struct ListFilter: Equatable, Sendable {
  package enum Scope: String, CaseIterable, Codable, Sendable {
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
  /// Made anew only when the words change: patterns are read then.
  package private(set) var query = FilterQuery("")
  package private(set) var history: QueryHistory
  private let fields: [String]
  private var field = TextField()
  /// The words as they were before somebody began to type.
  private var kept: String?
  private var completion: Completion?

  package init(fields: [String] = [], history: QueryHistory = QueryHistory()) {
    self.fields = fields
    self.history = history
  }

  package var words: String { field.text }
  package var isTyping: Bool { kept != nil }
  package var isActive: Bool { scope != .all || !field.isEmpty }

  /// What was looked for last, for the keys that go from match to match.
  package var sought: FilterQuery {
    query.isEmpty ? FilterQuery(history.queries.first ?? "", fields: fields) : query
  }

  package mutating func cycle() {
    scope = scope.next
  }

  package mutating func beginTyping() {
    kept = field.text
    history.rewind()
  }

  /// Edits the words; false for keys that are none of its business, such as those of pages.
  ///
  /// `values` are what a field may be completed with.
  package mutating func typed(_ key: Key, values: (String) -> [String] = { _ in [] }) -> Bool {
    guard let kept else { return false }
    if key != .tab { completion = nil }
    switch key {
    case .enter:
      history.remember(field.text)
      self.kept = nil
    case .escape, .control("c"):
      set(kept)
      self.kept = nil
    case .up: if let older = history.older(than: field.text) { set(older) }
    case .down: if let newer = history.newer() { set(newer) }
    case .tab: complete(values)
    default:
      guard field.press(key) else { return false }
      read()
    }
    return true
  }

  package mutating func pasted(_ text: String) {
    field.paste(text)
    read()
  }

  /// Back to everything.
  package mutating func clear() {
    self = ListFilter(fields: fields, history: history)
  }

  /// As another list of the kind was left.
  package mutating func restore(_ words: String, _ scope: Scope) {
    set(words)
    self.scope = scope
  }

  private mutating func set(_ words: String) {
    field.text = words
    read()
  }

  private mutating func read() {
    query = FilterQuery(field.text, fields: fields)
  }

  private mutating func complete(_ values: (String) -> [String]) {
    if completion == nil {
      completion = Completion(of: field.text, fields: fields, values: values)
    } else {
      completion?.advance()
    }
    if let text = completion?.text { set(text) }
  }
}

// MARK: What is shown

extension ListFilter {
  /// Such as `filter gp3   318 of 12,345`, with the caret while typing.
  package func draw(
    on canvas: inout Canvas,
    row: Int,
    width: Int,
    shown: Int,
    of total: Int,
    facts: [String] = [],
    in language: Language
  ) {
    let counts = Text(
      en: "\(shown.withSeparators) of \(total.withSeparators)",
      ja: "\(shown.withSeparators)件 / \(total.withSeparators)件"
    )[language]
    let label = Text(en: "filter", ja: "絞込")[language]
    var column = canvas.write(label, column: 1, row: row, style: .bold) + 1
    if scope != .all {
      column = canvas.write("(\(scope.words[language]))", column: column, row: row) + 1
    }
    let typed = min(field.text.displayWidth + 1, width / 3)
    let right = fitting(
      [said(in: language), counts].compactMap { $0 } + facts,
      width - column - typed - 3
    )
    canvas.writeRight(right, endingAt: width - 1, row: row)
    let room = max(4, width - column - right.displayWidth - 3)
    field.draw(on: &canvas, column: column, row: row, width: room, isFocused: isTyping)
    if isTyping, field.isEmpty {
      let words = syntax(in: language)
      canvas.write(
        words.truncated(toWidth: room - 1),
        column: column + 1,
        row: row,
        style: .dimmed
      )
    }
  }

  /// What may be typed, as long as nothing is.
  private func syntax(in language: Language) -> String {
    let words = Text(en: "word !without \"as is\" /regex/", ja: "語 !除外 \"完全一致\" /正規表現/")
    return ([words[language]] + fields.map { "\($0):" }).joined(separator: " ")
  }

  /// What is wrong with a pattern, or which candidate of a completion stands there.
  private func said(in language: Language) -> String? {
    query.problem?[language] ?? completion?.place
  }

  /// The first of them that fit, at least one.
  private func fitting(_ facts: [String], _ width: Int) -> String {
    var facts = facts
    while facts.count > 1, facts.joined(separator: "   ").displayWidth > width {
      facts.removeLast()
    }
    return facts.joined(separator: "   ")
  }

  /// What the keys do while words are typed.
  func typingHints(in language: Language) -> [Footer.Hint] {
    let hints: [(key: Key, words: Text)] = [
      (.enter, Text(en: "keep", ja: "決定")), (.escape, Text(en: "give up", ja: "取消")),
      (.up, Text(en: "earlier ones", ja: "履歴")),
    ]
    let complete: [(key: Key, words: Text)] =
      fields.isEmpty ? [] : [(.tab, Text(en: "complete", ja: "補完"))]
    return (hints + complete).map { Footer.Hint($0.key, $0.words, weight: 10, in: language) }
  }
}
