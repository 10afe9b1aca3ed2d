extension [Finding] {
  /// The same findings in less memory: where one has the evidence of another word for word, both
  /// hold one copy.
  ///
  /// In a large account most findings of a row differ in nothing but the resource.
  package consuming func sharingValues() -> Self {
    var shelf = ValuesShelf()
    for index in indices { self[index].values = shelf.shared(self[index].values) }
    return self
  }
}

/// Values that were met before.
private struct ValuesShelf {
  /// More kinds than this are looked up in vain more often than not.
  private static let room = 4096

  private var kinds: Set<Values> = []
  private var last = Values()

  mutating func shared(_ values: Values) -> Values {
    if values == last { return last }
    if let index = kinds.firstIndex(of: values) {
      last = kinds[index]
    } else {
      last = values.trimmed
      if kinds.count < Self.room { kinds.insert(last) }
    }
    return last
  }
}
