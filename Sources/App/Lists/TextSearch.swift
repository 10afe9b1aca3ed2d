import Domain
import TerminalUI

/// Looking for words in a long text, line by line, while they are typed and afterwards.
struct TextSearch: Sendable {
  private(set) var query = FilterQuery("")
  private var field = TextField()
  /// The words as they were before somebody began to type.
  private var kept: String?
  private var history = QueryHistory()

  var isTyping: Bool { kept != nil }
  var isActive: Bool { !query.isEmpty }

  mutating func beginTyping() {
    kept = field.text
    history.rewind()
  }

  mutating func clear() {
    self.set("")
  }

  /// False for keys that are none of its business.
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

  func matches(_ line: String) -> Bool {
    isActive && query.matches(line)
  }

  /// The line with the next match after `here`, from the other end when there is none before it.
  func match(in lines: [String], after here: Int, direction: Int) -> Int? {
    guard isActive, !lines.isEmpty else { return nil }
    let order = (1...lines.count).lazy.map { step in
      let place = (here + direction * step) % lines.count
      return place < 0 ? place + lines.count : place
    }
    return order.first { query.matches(lines[$0]) }
  }

  private mutating func set(_ words: String) {
    field.text = words
    query = FilterQuery(words)
  }

  // MARK: What is shown

  /// Such as `search gp3   4 lines`, with the caret while typing.
  func draw(on canvas: inout Canvas, row: Int, width: Int, matches: Int, in language: Language) {
    canvas.fill(row: row, columns: 0..<width)
    let label = Text(en: "search", ja: "検索")[language]
    let column = canvas.write(label, column: 1, row: row, style: .bold) + 1
    let count = matches.withSeparators
    let words =
      query.problem ?? Text(en: "\(count) lines", ja: "\(count)行が一致")
    let right = isActive || query.problem != nil ? words[language] : ""
    canvas.writeRight(right, endingAt: width - 1, row: row)
    let room = max(4, width - column - right.displayWidth - 3)
    field.draw(on: &canvas, column: column, row: row, width: room, isFocused: isTyping)
  }

  func typingHints(in language: Language) -> [Footer.Hint] {
    let hints: [(key: Key, words: Text)] = [
      (.enter, Text(en: "keep", ja: "決定")), (.escape, Text(en: "give up", ja: "取消")),
      (.up, Text(en: "earlier ones", ja: "履歴")),
    ]
    return hints.map {
      Footer.Hint(key: $0.key.label[language], words: $0.words[language], weight: 10)
    }
  }
}

extension KeyBinding {
  static func search(_ command: Command) -> Self {
    Self(
      "/",
      command: command,
      hint: Text(en: "search", ja: "検索"),
      help: Text(en: "look for words", ja: "文字を検索"),
      weight: 36
    )
  }
}
