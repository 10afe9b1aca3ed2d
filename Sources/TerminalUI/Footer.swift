import Domain

/// The hints at the foot of a screen: the heaviest that fit, in the order of the table, never
/// wrapped.
package struct Footer: Equatable, Sendable {
  package struct Hint: Equatable, Sendable {
    /// What a click on the hint presses.
    package private(set) var key: Key
    package private(set) var label: String
    package var words: String
    package var weight: Int

    package init(_ key: Key, _ words: Text, weight: Int, in language: Language) {
      self.key = key
      self.words = words[language]
      self.weight = weight
      label = key.label[language]
    }

    /// Under another key.
    package mutating func rename(_ key: Key, in language: Language) {
      self.key = key
      label = key.label[language]
    }

    var text: String { label + " " + words }
  }

  package var hints: [Hint]

  package init(_ hints: [Hint]) {
    self.hints = hints
  }

  /// One line of at most `width` cells; of equal hints the earlier one stays.
  package func line(width: Int) -> String {
    Self.joined(shown(width: width))
  }

  /// What stands in a column of that line.
  package func hint(at column: Int, width: Int) -> Hint? {
    var start = 0
    for hint in shown(width: width) {
      let end = start + hint.text.displayWidth
      if (start..<end).contains(column) { return hint }
      start = end + Self.gap.count
    }
    return nil
  }

  private func shown(width: Int) -> [Hint] {
    var shown = hints.filter { $0.weight > 0 }
    while Self.joined(shown).displayWidth > width, let lightest = shown.map(\.weight).min(),
      let index = shown.lastIndex(where: { $0.weight == lightest })
    {
      shown.remove(at: index)
    }
    return shown
  }

  private static let gap = "  "

  private static func joined(_ hints: [Hint]) -> String {
    hints.map(\.text).joined(separator: gap)
  }
}

extension KeyBinding {
  /// The binding as a hint, under the first of its keys.
  package func hint(in language: Language) -> Footer.Hint? {
    keys.first.map { Footer.Hint($0, hint, weight: weight, in: language) }
  }
}
