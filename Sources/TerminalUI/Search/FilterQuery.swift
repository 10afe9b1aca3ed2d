/// What somebody types to narrow a list.
///
/// Words are separated by spaces and must all occur, in any order; `!` before a word excludes it;
/// quotes keep spaces together. Width, case and the kind of kana do not matter.
package struct FilterQuery: Hashable, Sendable {
  struct Term: Hashable {
    var text: FoldedText
    var isExcluded: Bool
  }

  let terms: [Term]

  package init(_ query: String) {
    var parser = Parser()
    // Folding first makes full-width spaces, marks and quotes mean the same.
    for byte in FoldedText(query).bytes { parser.take(byte) }
    terms = parser.finished()
  }

  /// An empty query matches everything.
  package var isEmpty: Bool { terms.isEmpty }

  package func matches(_ text: String) -> Bool {
    let folded = FoldedText(text).bytes
    return folded.withUnsafeBytes { bytes in
      terms.allSatisfy { bytes.contains($0.text.bytes) != $0.isExcluded }
    }
  }
}

extension FilterQuery {
  private struct Parser {
    private var terms: [Term] = []
    private var word: [UInt8] = []
    private var isExcluded = false
    private var isQuoted = false

    mutating func take(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        if !isQuoted { endWord() }
      case UInt8(ascii: " ") where !isQuoted: endWord()
      case UInt8(ascii: "!") where !isQuoted && word.isEmpty: isExcluded = true
      default: word.append(byte)
      }
    }

    /// An open quote ends with the query: filters are applied while they are typed.
    mutating func finished() -> [Term] {
      endWord()
      return terms
    }

    private mutating func endWord() {
      if !word.isEmpty {
        terms.append(Term(text: FoldedText(utf8: word), isExcluded: isExcluded))
      }
      word = []
      isExcluded = false
    }
  }
}
