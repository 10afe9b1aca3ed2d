/// Many rows of text, folded once into one buffer, so that a filter scans bytes at each keystroke.
///
/// Immutable and shared: copying it copies a pointer. Building is work for another thread.
package final class SearchIndex: Sendable {
  /// Rows folded, each ended by a line break, which no query contains.
  private let bytes: [UInt8]
  /// Where each row begins, and after the last one the end.
  private let offsets: [Int]
  private let counts: [Int]

  package init(_ rows: some Sequence<String>) {
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
  }

  package var count: Int { offsets.count - 1 }

  /// The rows that a query matches, in order.
  ///
  /// `isStale` is asked every 4,096 rows; once it says so, there is no answer.
  package func rows(matching query: FilterQuery, isStale: () -> Bool = { false }) -> [Int]? {
    bytes.withUnsafeBytes { bytes in
      var rest = query.terms.map { Scan($0, counts: counts) }
      // The longest word leaves the fewest rows for the others.
      let lead = rest.filter { !$0.isExcluded }.max { $0.length < $1.length }
      if let lead { rest.removeAll { $0 == lead } }
      return rows(from: lead, in: bytes, isStale: isStale) { row in
        let line = UnsafeRawBufferPointer(rebasing: bytes[offsets[row]..<offsets[row + 1]])
        return rest.allSatisfy { $0.accepts(line) }
      }
    }
  }

  /// The rows with a match of `lead`, all when there is none, that `isWanted` takes.
  private func rows(
    from lead: Scan?,
    in bytes: UnsafeRawBufferPointer,
    isStale: () -> Bool,
    isWanted: (Int) -> Bool
  ) -> [Int]? {
    var found: [Int] = []
    var row = 0
    var nextCheck = 4096
    while row < count {
      if let lead {
        guard let match = lead.search.firstMatch(in: bytes, from: offsets[row]) else { break }
        while offsets[row + 1] <= match { row += 1 }
      }
      if row >= nextCheck {
        if isStale() { return nil }
        nextCheck = row + 4096
      }
      if isWanted(row) { found.append(row) }
      row += 1
    }
    return found
  }
}

extension SearchIndex {
  private struct Scan: Equatable {
    let term: FilterQuery.Term
    let search: ByteSearch

    init(_ term: FilterQuery.Term, counts: [Int]) {
      self.term = term
      search = ByteSearch(term.text.bytes, counts: counts)
    }

    var isExcluded: Bool { term.isExcluded }
    var length: Int { term.text.bytes.count }

    func accepts(_ line: UnsafeRawBufferPointer) -> Bool {
      (search.firstMatch(in: line, from: 0) != nil) != term.isExcluded
    }
  }
}
