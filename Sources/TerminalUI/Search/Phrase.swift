/// Words looked for in a text as they stand, whatever their width, case and kind of kana.
package struct Phrase: Equatable, Sendable {
  private let needle: [UInt8]

  package init(_ words: String) {
    needle = FoldedText(words).bytes
  }

  package var isEmpty: Bool { needle.isEmpty }

  /// The columns of a line in which it stands; none when the line has it nowhere.
  package func columns(in line: String) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    let folded = FoldedLine(line)
    let search = ByteSearch(needle, probe: 0)
    return folded.bytes.withUnsafeBytes { bytes in
      var found: [Range<Int>] = []
      var start = 0
      while let match = search.firstMatch(in: bytes, from: start) {
        start = match + needle.count
        found.append(folded.columns[match]..<folded.columns[start])
      }
      return found
    }
  }
}

/// A line folded character by character, and the column in which each byte stands.
private struct FoldedLine {
  private(set) var bytes: [UInt8] = []
  /// One more than there are bytes: the last is where the line ends.
  private(set) var columns: [Int] = []

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
}
