import Domain
import TerminalUI

/// Looking for words in a long text: what is typed, and the lines that have it.
struct PhraseSearch: Sendable {
  private var field = TextField()
  /// The words as they were before somebody began to type.
  private var kept: String?
  private(set) var matches: [Int] = []

  var phrase: Phrase { Phrase(field.text) }
  var isTyping: Bool { kept != nil }
  var isActive: Bool { !field.isEmpty }

  mutating func beginTyping() {
    kept = field.text
    field.text = ""
  }

  /// Edits the words; false for keys that are none of its business.
  mutating func typed(_ key: Key) -> Bool {
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

  mutating func pasted(_ text: String) {
    field.paste(text)
  }

  mutating func clear() {
    self = PhraseSearch()
  }

  mutating func look(in lines: [String]) {
    let phrase = phrase
    matches = isActive ? lines.indices.filter { !phrase.columns(in: lines[$0]).isEmpty } : []
  }

  /// The nearest line with the words from `line` on, beyond the end from the other end.
  func match(from line: Int, forward: Bool) -> Int? {
    forward
      ? matches.first { $0 >= line } ?? matches.first
      : matches.last { $0 <= line } ?? matches.last
  }

  /// Such as `search gp3   3 of 12`, with the caret while typing.
  func draw(on canvas: inout Canvas, row: Int, current: Int?, in language: Language) {
    let place = current.flatMap { matches.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let counts = Text(
      en: "\(place) of \(matches.count) lines",
      ja: "\(place) / \(matches.count)行"
    )[language]
    canvas.fill(row: row)
    canvas.writeRight(counts, endingAt: canvas.width - 1, row: row)
    let label = Text(en: "search", ja: "検索")[language]
    let column = canvas.write(label, column: 1, row: row, style: .bold) + 1
    let room = max(4, canvas.width - column - counts.displayWidth - 3)
    field.draw(on: &canvas, column: column, row: row, width: room, isFocused: isTyping)
  }
}

extension PhraseSearch {
  /// What the keys do while words are typed.
  static func typingHints(in language: Language) -> [Footer.Hint] {
    [
      (Key.enter, Text(en: "keep", ja: "決定")), (.escape, Text(en: "give up", ja: "取消")),
    ].map { Footer.Hint(key: $0.label[language], words: $1[language], weight: 10) }
  }
}
