/// The evidence behind a finding, in the order it is shown: name and value.
///
/// Names are stable camel-case words that state files and reports keep, such as `volumeType`.
package struct Values: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  package struct Pair: Hashable, Sendable {
    package let key: String
    package let value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  package private(set) var pairs: [Pair]

  package init(_ pairs: [Pair] = []) {
    self.pairs = pairs
  }

  package init(dictionaryLiteral elements: (String, String)...) {
    pairs = elements.map { Pair(key: $0, value: $1) }
  }

  /// The same without the room that was left for more.
  var trimmed: Self { Self(pairs.map(\.self)) }

  /// Setting `nil` removes the value; setting a new name appends it.
  package subscript(key: String) -> String? {
    get { pairs.first { $0.key == key }?.value }
    set {
      let index = pairs.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): pairs[index] = Pair(key: key, value: value)
      case (let index?, nil): pairs.remove(at: index)
      case (nil, let value?): pairs.append(Pair(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}
