/// One field of many rows, of which a query may ask.
package struct Column: Sendable {
  private let values: SearchIndex
  /// Which value each row has; `nil` when every row has one of its own.
  private let codes: [Int32]?
  /// What the field may be completed with, in order.
  let completions: [String]

  /// A field in which hardly two rows agree, such as a name.
  package init(_ texts: some Sequence<String>) {
    values = SearchIndex(texts)
    codes = nil
    completions = []
  }

  /// A field with few values in many rows, such as a region.
  ///
  /// Each value is searched once for all rows that have it. `completion` is how it is typed.
  package init<Key: Hashable>(
    of keys: some Sequence<Key>,
    text: (Key) -> String,
    completion: (Key) -> String?
  ) {
    var distinct: [Key] = []
    var places: [Key: Int32] = [:]
    codes = keys.map { key in
      if let place = places[key] { return place }
      let place = Int32(distinct.count)
      places[key] = place
      distinct.append(key)
      return place
    }
    values = SearchIndex(distinct.lazy.map(text))
    completions = Set(distinct.compactMap(completion)).sorted()
  }

  func code(ofRow row: Int) -> Int {
    codes.map { Int($0[row]) } ?? row
  }

  /// For every value, whether a word occurs in it.
  func values(containing word: FoldedText) -> [Bool] {
    var isMatch = Array(repeating: false, count: values.count)
    let query = FilterQuery(containing: word)
    for row in values.rows(matching: query) ?? [] { isMatch[row] = true }
    return isMatch
  }
}

extension FilterQuery {
  /// A query of one word, spaces and all.
  init(containing word: FoldedText) {
    terms = [Term(subject: .text(word), isExcluded: false)]
    problem = nil
  }
}
