/// A few letters by which somebody finds a name, such as `rna` for `run-all`.
///
/// Every word must fit one of the names that a thing has. For lists of names only: where somebody
/// looks for evidence, letters that happen to stand in order are noise.
package struct FuzzyQuery: Sendable {
  private let words: [Letters]
  private let whole: Letters

  package init(_ typed: String) {
    whole = Letters(typed)
    words = typed.split { $0.isWhitespace }.map { Letters(String($0)) }
  }

  package var isEmpty: Bool { words.isEmpty }

  /// How well the best of a thing's names fits; `nil` when none does.
  package func score(of names: [String]) -> Int? {
    let names = names.map(Letters.init)
    var score = names.contains { $0.scalars == whole.scalars } ? 10_000 : 0
    for word in words {
      guard let best = names.compactMap({ word.score(in: $0) }).max() else { return nil }
      score += best
    }
    return score
  }
}

/// Folded characters, so that width, case and the kind of kana do not matter.
private struct Letters {
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(String(decoding: FoldedText(text).bytes, as: UTF8.self).unicodeScalars)
  }

  /// A whole name before its beginning, that before the beginning of a word in it, that before
  /// letters side by side anywhere, and these before letters apart; of equals the shorter name.
  func score(in name: Letters) -> Int? {
    let brevity = max(0, 100 - name.scalars.count)
    if name.scalars == scalars { return 5_000 }
    if name.scalars.starts(with: scalars) { return 4_000 + brevity }
    if let place = name.place(of: scalars) {
      return (name.isWordStart(place) ? 3_000 : 2_000) + brevity
    }
    return gaps(in: name).map { max(1, 1_000 - 50 * $0) + brevity }
  }

  private func place(of other: [Unicode.Scalar]) -> Int? {
    guard other.count <= scalars.count else { return nil }
    return (0...scalars.count - other.count).first { scalars[$0...].starts(with: other) }
  }

  private func isWordStart(_ place: Int) -> Bool {
    place == 0 || !scalars[place - 1].properties.isAlphabetic
  }

  /// How many letters of the name stand between those looked for; `nil` when not all are there.
  private func gaps(in name: Letters) -> Int? {
    var rest = scalars[...]
    var gaps = 0
    var hasBegun = false
    for scalar in name.scalars {
      guard let next = rest.first else { break }
      if scalar == next {
        rest.removeFirst()
        hasBegun = true
      } else if hasBegun {
        gaps += 1
      }
    }
    return rest.isEmpty ? gaps : nil
  }
}
