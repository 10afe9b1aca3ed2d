import Domain
import TerminalUI

/// Looking for words in a long text, in the words of filters: what is typed, and the lines found.
struct TextSearch: Sendable {
  private(set) var query = FilterQuery("")
  private(set) var matches: [Int] = []
  private var field = TextField()
  /// The words as they were before somebody began to type.
  private var kept: String?
  private var history = QueryHistory()

  var isTyping: Bool { kept != nil }
  var isActive: Bool { !query.isEmpty }

  mutating func beginTyping() {
    kept = field.text
    set("")
    history.rewind()
  }

  mutating func clear() {
    set("")
    matches = []
  }

  /// Edits the words; false for keys that are none of its business.
  mutating func typed(_ key: Key) -> Bool {
    guard let kept else { return false }
    switch key {
    case .enter:
      history.remember(field.text)
      self.kept = nil
    case .escape, .control("c"):
      set(kept)
      self.kept = nil
    case .up: if let older = history.older(than: field.text) { set(older) }
    case .down: if let newer = history.newer() { set(newer) }
    default:
      guard field.press(key) else { return false }
      query = FilterQuery(field.text)
    }
    return true
  }

  mutating func pasted(_ text: String) {
    field.paste(text)
    query = FilterQuery(field.text)
  }

  mutating func look(in lines: [String]) {
    matches = isActive ? lines.indices.filter { query.matches(lines[$0]) } : []
  }

  /// The nearest line with the words from `line` on, beyond the end from the other end.
  func match(from line: Int, forward: Bool) -> Int? {
    forward
      ? matches.first { $0 >= line } ?? matches.first
      : matches.last { $0 <= line } ?? matches.last
  }

  private mutating func set(_ words: String) {
    field.text = words
    query = FilterQuery(words)
  }

  // MARK: What is shown

  /// Such as `search gp3   3 of 12 lines`, with the caret while typing.
  func draw(on canvas: inout Canvas, row: Int, current: Int?, in language: Language) {
    let place = current.flatMap { matches.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let counts =
      query.problem
      ?? Text(en: "\(place) of \(matches.count) lines", ja: "\(place) / \(matches.count)行")
    canvas.fill(row: row)
    canvas.writeRight(counts[language], endingAt: canvas.width - 1, row: row)
    let label = Text(en: "search", ja: "検索")[language]
    let column = canvas.write(label, column: 1, row: row, style: .bold) + 1
    let room = max(4, canvas.width - column - counts[language].displayWidth - 3)
    field.draw(on: &canvas, column: column, row: row, width: room, isFocused: isTyping)
  }

  /// What the keys do while words are typed.
  static func typingHints(in language: Language) -> [Footer.Hint] {
    let hints: [(key: Key, words: Text)] = [
      (.enter, Text(en: "keep", ja: "決定")), (.escape, Text(en: "give up", ja: "取消")),
      (.up, Text(en: "earlier ones", ja: "履歴")),
    ]
    return hints.map { Footer.Hint($0.key, $0.words, weight: 10, in: language) }
  }
}
