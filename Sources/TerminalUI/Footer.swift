import Domain

/// The hints at the foot of a screen: the heaviest that fit, in the order of the table, never
/// wrapped.
package struct Footer: Equatable, Sendable {
  package struct Hint: Equatable, Sendable {
    package var key: String
    package var words: String
    package var weight: Int

    package init(key: String, words: String, weight: Int) {
      self.key = key
      self.words = words
      self.weight = weight
    }

    var text: String { key + " " + words }
  }

  package var hints: [Hint]

  package init(_ hints: [Hint]) {
    self.hints = hints
  }

  /// One line of at most `width` cells; of equal hints the earlier one stays.
  package func line(width: Int) -> String {
    var shown = hints.filter { $0.weight > 0 }
    while Self.joined(shown).displayWidth > width, let lightest = shown.map(\.weight).min(),
      let index = shown.lastIndex(where: { $0.weight == lightest })
    {
      shown.remove(at: index)
    }
    return Self.joined(shown)
  }

  private static func joined(_ hints: [Hint]) -> String {
    hints.map(\.text).joined(separator: "  ")
  }
}

extension KeyBinding {
  /// The binding as a hint, under the first of its keys.
  package func hint(in language: Language) -> Footer.Hint? {
    keys.first.map {
      Footer.Hint(key: $0.label[language], words: hint[language], weight: weight)
    }
  }
}
