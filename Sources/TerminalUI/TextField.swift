/// Text being edited, in one line or several, with the keys of readline.
///
/// The caret stands between characters as people see them: a base with its marks is one.
package struct TextField: Equatable, Sendable {
  package enum Lines: Sendable {
    case one, several
  }

  package let lines: Lines
  private(set) var characters: [Character]
  /// How many characters stand before the caret.
  private(set) var caret: Int
  /// The column that Up and Down aim for while they follow each other.
  private var aim: Int?

  package init(_ text: String = "", lines: Lines = .one) {
    self.lines = lines
    characters = Self.harmless(text, lines)
    caret = characters.count
  }

  /// Setting it puts the caret at the end.
  package var text: String {
    get { String(characters) }
    set { self = TextField(newValue, lines: lines) }
  }

  package var isEmpty: Bool { characters.isEmpty }

  /// Carries out an editing key; false when it is none, so that the screen may have it.
  ///
  /// `width` is what the field is drawn with: Up and Down go by lines as they are seen.
  @discardableResult
  package mutating func press(_ key: Key, width: Int = .max) -> Bool {
    if key == .up || key == .down { return moveVertically(key == .up ? -1 : 1, width: width) }
    aim = nil
    return moveOrDelete(key) || insert(key)
  }

  /// Inserts pasted text without its control characters; line breaks become spaces in one line.
  package mutating func paste(_ text: String) {
    aim = nil
    // The caret's place is found again from the end: inserted marks join the character before.
    let tail = characters[caret...]
    characters = Self.harmless(String(characters[..<caret]) + text, lines)
    caret = characters.count
    characters += tail
  }
}

extension TextField {
  private mutating func insert(_ key: Key) -> Bool {
    switch key {
    case .character(let character): paste(String(character))
    case .enter where lines == .several: paste("\n")
    default: return false
    }
    return true
  }

  private mutating func moveOrDelete(_ key: Key) -> Bool {
    switch key {
    case .left, .control("b"): caret = max(0, caret - 1)
    case .right, .control("f"): caret = min(characters.count, caret + 1)
    case .controlLeft: caret = wordStart
    case .controlRight: caret = wordEnd
    case .home, .control("a"): caret = lineStart
    case .end, .control("e"): caret = lineEnd
    case .backspace, .control("h"): delete(from: max(0, caret - 1), to: caret)
    case .delete, .control("d"): delete(from: caret, to: min(characters.count, caret + 1))
    case .control("k"):
      delete(from: caret, to: max(lineEnd, min(characters.count, caret + 1)))
    case .control("u"): delete(from: lineStart, to: caret)
    case .control("w"): delete(from: wordStart, to: caret)
    default: return false
    }
    return true
  }

  private mutating func delete(from start: Int, to end: Int) {
    characters.removeSubrange(start..<end)
    caret = start
  }

  private mutating func moveVertically(_ step: Int, width: Int) -> Bool {
    guard lines == .several else { return false }
    let layout = TextFieldLayout(self, width: width)
    let target = layout.caret.row + step
    guard layout.rows.indices.contains(target) else { return true }
    let column = aim ?? layout.caret.column
    caret = layout.place(at: column, inRow: target)
    aim = column
    return true
  }

  private var lineStart: Int {
    characters[..<caret].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  private var lineEnd: Int {
    characters[caret...].firstIndex(of: "\n") ?? characters.count
  }

  private var wordStart: Int {
    guard let last = characters[..<caret].lastIndex(where: { $0.kind != .space }) else { return 0 }
    let kind = characters[last].kind
    return characters[..<last].lastIndex { $0.kind != kind }.map { $0 + 1 } ?? 0
  }

  private var wordEnd: Int {
    let end = characters.count
    guard let first = characters[caret...].firstIndex(where: { $0.kind != .space }) else {
      return end
    }
    let kind = characters[first].kind
    return characters[first...].firstIndex { $0.kind != kind } ?? end
  }

  private static func harmless(_ text: String, _ lines: Lines) -> [Character] {
    let breaks: Character = lines == .one ? " " : "\n"
    let scalars = text.replacing("\r\n", with: "\n").unicodeScalars.compactMap { scalar in
      switch scalar {
      case "\n", "\r": breaks.unicodeScalars.first
      case "\t": " "
      default: scalar.displayWidth > 0 || scalar.isCombiningMark ? scalar : nil
      }
    }
    return Array(String(String.UnicodeScalarView(scalars)))
  }
}

extension Character {
  fileprivate enum Kind {
    case space, narrow, kanji, hiragana, katakana, otherWide
  }

  /// Japanese has no spaces: a word ends where the kind of character changes.
  fileprivate var kind: Kind {
    guard !isWhitespace, let scalar = unicodeScalars.first else { return .space }
    return switch scalar.value {
    case 0x3041...0x309F: .hiragana
    case 0x30A0...0x30FF, 0xFF65...0xFF9F: .katakana
    case 0x3005, 0x3400...0x9FFF: .kanji
    default: scalar.displayWidth == 2 ? .otherWide : .narrow
    }
  }
}
