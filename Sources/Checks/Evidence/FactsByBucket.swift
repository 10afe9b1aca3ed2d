import Domain

/// One fact of each bucket, by its name.
///
/// Sorted names beside facts: of a hundred thousand buckets a dictionary for each kind of fact
/// would take several times the memory, while these share their names.
package struct FactsByBucket<Value: Sendable>: Sendable {
  private var names: [String]
  private var facts: [Fact<Value>]

  /// The facts stand in the order of the names, which need not be sorted.
  ///
  /// Of a name that comes twice the first counts.
  package init(_ names: [String] = [], _ facts: [Fact<Value>] = []) {
    let isSorted = zip(names, names.dropFirst()).allSatisfy { $0 < $1 }
    if isSorted {
      (self.names, self.facts) = (names, facts)
      return
    }
    let pairs = Dictionary(zip(names, facts)) { first, _ in first }.sorted { $0.key < $1.key }
    (self.names, self.facts) = (pairs.map(\.key), pairs.map(\.value))
  }

  package var isEmpty: Bool { names.isEmpty }

  package subscript(name: String) -> Fact<Value>? {
    get {
      let place = place(of: name)
      return place < names.count && names[place] == name ? facts[place] : nil
    }
    set {
      let place = place(of: name)
      let isThere = place < names.count && names[place] == name
      let range = place..<(isThere ? place + 1 : place)
      names.replaceSubrange(range, with: newValue == nil ? [] : [name])
      facts.replaceSubrange(range, with: newValue.map { [$0] } ?? [])
    }
  }

  /// Where the name stands, or would.
  private func place(of name: String) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension FactsByBucket: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, Fact<Value>)...) {
    self.init(elements.map(\.0), elements.map(\.1))
  }
}
