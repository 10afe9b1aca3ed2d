/// Many rows of text, folded once into one buffer, so that a filter scans bytes at each keystroke.
///
/// Immutable and shared: copying it copies a pointer. Building is work for another thread.
package final class SearchIndex: Sendable {
  /// Rows folded, each ended by a line break, which no query contains.
  private let bytes: [UInt8]
  /// Where each row begins, and after the last one the end.
  private let offsets: [Int]
  private let counts: [Int]
  private let columns: [String: Column]

  /// `columns` are what a query's fields look at, under the fields' names.
  package init(_ rows: some Sequence<String>, columns: [String: Column] = [:]) {
    var bytes: [UInt8] = []
    var offsets = [0]
    for row in rows {
      FoldedText.append(row, to: &bytes)
      bytes.append(0x0A)
      offsets.append(bytes.count)
    }
    var counts = Array(repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    self.bytes = bytes
    self.offsets = offsets
    self.counts = counts
    self.columns = columns
  }

  package var count: Int { offsets.count - 1 }

  /// What a field may be completed with.
  package func completions(of field: String) -> [String] {
    columns[field]?.completions ?? []
  }

  /// The rows that a query matches, in order.
  ///
  /// `isStale` is asked every 4,096 rows, and much more often where a pattern is slow; once it
  /// says so, there is no answer.
  package func rows(matching query: FilterQuery, isStale: () -> Bool = { false }) -> [Int]? {
    bytes.withUnsafeBytes { bytes in
      var scans = query.terms.compactMap { Scan($0, counts: counts) }
      // The longest word leaves the fewest rows for the others.
      let lead = scans.filter { !$0.isExcluded }.max { $0.length < $1.length }
      if let lead { scans.removeAll { $0 == lead } }
      let fields = query.terms.compactMap { FieldTest($0, in: columns) }
      let patterns = query.terms.compactMap { PatternTest($0) }
      let pace = patterns.isEmpty ? 4096 : 64
      return rows(from: lead, in: bytes, pace: pace, isStale: isStale) { row in
        guard fields.allSatisfy({ $0.accepts(row) }) else { return false }
        let line = UnsafeRawBufferPointer(rebasing: bytes[offsets[row]..<offsets[row + 1] - 1])
        return scans.allSatisfy { $0.accepts(line) } && patterns.allSatisfy { $0.accepts(line) }
      }
    }
  }

  /// The rows with a match of `lead`, all when there is none, that `isWanted` takes.
  private func rows(
    from lead: Scan?,
    in bytes: UnsafeRawBufferPointer,
    pace: Int,
    isStale: () -> Bool,
    isWanted: (Int) -> Bool
  ) -> [Int]? {
    var found: [Int] = []
    var row = 0
    var nextCheck = pace
    while row < count {
      if let lead {
        guard let match = lead.search.firstMatch(in: bytes, from: offsets[row]) else { break }
        while offsets[row + 1] <= match { row += 1 }
      }
      if row >= nextCheck {
        if isStale() { return nil }
        nextCheck = row + pace
      }
      if isWanted(row) { found.append(row) }
      row += 1
    }
    return found
  }
}

extension SearchIndex {
  /// A word that is looked for in the whole row.
  private struct Scan: Equatable {
    let word: FoldedText
    let isExcluded: Bool
    let search: ByteSearch

    init?(_ term: FilterQuery.Term, counts: [Int]) {
      guard case .text(let word) = term.subject else { return nil }
      self.word = word
      isExcluded = term.isExcluded
      search = ByteSearch(word.bytes, counts: counts)
    }

    var length: Int { word.bytes.count }

    func accepts(_ line: UnsafeRawBufferPointer) -> Bool {
      (search.firstMatch(in: line, from: 0) != nil) != isExcluded
    }
  }

  /// A word that is looked for in one column; in a column that is not there, nothing is found.
  private struct FieldTest {
    private let isExcluded: Bool
    private let column: Column?
    private let isMatch: [Bool]

    init?(_ term: FilterQuery.Term, in columns: [String: Column]) {
      guard case .field(let name, let word) = term.subject else { return nil }
      isExcluded = term.isExcluded
      column = columns[name]
      isMatch = column?.values(containing: word) ?? []
    }

    func accepts(_ row: Int) -> Bool {
      (column.map { isMatch[$0.code(ofRow: row)] } ?? false) != isExcluded
    }
  }

  private struct PatternTest {
    private let isExcluded: Bool
    private let search: Pattern.Search

    init?(_ term: FilterQuery.Term) {
      guard case .pattern(let pattern) = term.subject else { return nil }
      isExcluded = term.isExcluded
      search = Pattern.Search(pattern)
    }

    func accepts(_ line: UnsafeRawBufferPointer) -> Bool {
      search.matches(line) != isExcluded
    }
  }
}
