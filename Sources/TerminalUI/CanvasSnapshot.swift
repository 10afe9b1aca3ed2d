/// A canvas as text that people can read in a diff.
extension Canvas {
  /// The characters alone, without trailing blanks.
  package var text: String {
    lines(blank: " ") { $0.text }
  }

  /// The text, a bar, a letter for the style of each cell, a bar, what the letters mean, with
  /// colours and without, the caret.
  ///
  /// Wide characters have two letters under them; plain cells have a dot, or nothing at the end.
  package var snapshot: String {
    var letters = StyleLetters()
    let attributes = lines(blank: StyleLetters.plain) { letters.letter(for: $0.style) }
    let caret = cursor.map { "cursor \($0.column),\($0.row)" } ?? "cursor hidden"
    return ([text, Self.bar, attributes, Self.bar] + letters.legend + [caret])
      .joined(separator: "\n") + "\n"
  }

  private static let bar = "----"

  private func lines(blank: Character, _ content: (Cell) -> String) -> String {
    (0..<height)
      .map { row in
        let line = cells[row * width..<(row + 1) * width].map(content).joined()
        return line.trimmingTrailing { $0 == blank }
      }
      .joined(separator: "\n")
  }
}

extension String {
  fileprivate func trimmingTrailing(_ isBlank: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }
}

/// Names the styles of one snapshot: usual ones by their initial, others by the next free digit.
private struct StyleLetters {
  static let plain: Character = "."

  private var letters: [Style: String] = [:]
  private var unusual = 0

  mutating func letter(for style: Style) -> String {
    guard style != .plain else { return String(Self.plain) }
    if let known = letters[style] { return known }
    let letter = Self.usual[style] ?? nextDigit()
    letters[style] = letter
    return letter
  }

  var legend: [String] {
    letters.map { style, letter in
      let (colored, mono) = (Theme.colored.appearance(of: style), Theme.mono.appearance(of: style))
      return "\(letter) \(style.words): \(colored.words) / mono \(mono.words)"
    }.sorted()
  }

  private mutating func nextDigit() -> String {
    defer { unusual += 1 }
    return String(unusual, radix: 36)
  }

  private static let usual: [Style: String] = {
    let colors: [Style.Color: String] = [
      .good: "G", .bad: "B", .caution: "C", .doubtful: "Q", .active: "V", .accent: "T",
    ]
    var usual: [Style: String] = [
      .selected: "R", .heading: "U", .dimmed: "D", .bold: "S",
    ]
    for (color, letter) in colors {
      usual[Style(color, bold: true)] = letter
      usual[Style(color)] = letter.lowercased()
    }
    return usual
  }()
}

extension Style {
  /// Such as `bad bold`.
  var words: String {
    wordsOfLook(
      color == .standard ? nil : color.rawValue,
      [(isBold, "bold"), (isDim, "dim"), (isReversed, "reversed"), (isUnderlined, "underlined")]
    )
  }
}

extension Theme.Appearance {
  /// Such as `red bold`.
  fileprivate var words: String {
    wordsOfLook(
      color == .standard ? nil : "\(color)",
      [(isBold, "bold"), (isDim, "dim"), (isReversed, "reversed"), (isUnderlined, "underlined")]
    )
  }
}

private func wordsOfLook(_ color: String?, _ attributes: [(isOn: Bool, word: String)]) -> String {
  let words = [color].compactMap { $0 } + attributes.filter(\.isOn).map(\.word)
  return words.isEmpty ? "plain" : words.joined(separator: " ")
}
