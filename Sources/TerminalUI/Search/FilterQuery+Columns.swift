extension FilterQuery {
  /// The columns of a line in which its words and patterns stand; none when the line is no match.
  package func columns(in line: String) -> [Range<Int>] {
    guard !isEmpty, matches(line) else { return [] }
    let folded = FoldedLine(line)
    return terms.filter { !$0.isExcluded }.flatMap { term -> [Range<Int>] in
      switch term.subject {
      case .text(let word): folded.columns(of: word)
      case .pattern(let pattern): folded.columns(of: pattern)
      case .field: []
      }
    }
  }
}

/// A line folded character by character, and the column in which each byte stands.
private struct FoldedLine {
  private var bytes: [UInt8] = []
  /// One more than there are bytes: the last is where the line ends.
  private var columns: [Int] = []

  init(_ line: String) {
    var column = 0
    for character in line {
      let text = String(character)
      let start = bytes.count
      FoldedText.append(text, to: &bytes)
      columns += Array(repeating: column, count: bytes.count - start)
      column += text.displayWidth
    }
    columns.append(column)
  }

  func columns(of word: FoldedText) -> [Range<Int>] {
    guard !word.bytes.isEmpty else { return [] }
    let search = ByteSearch(word.bytes, probe: 0)
    return bytes.withUnsafeBytes { bytes in
      var found: [Range<Int>] = []
      var start = 0
      while let match = search.firstMatch(in: bytes, from: start) {
        start = match + word.bytes.count
        found.append(columns[match]..<columns[start])
      }
      return found
    }
  }

  func columns(of pattern: Pattern) -> [Range<Int>] {
    bytes.withUnsafeBytes { Pattern.Search(pattern).matches(in: $0) }
      .map { columns[$0.lowerBound]..<columns[$0.upperBound] }
  }
}
