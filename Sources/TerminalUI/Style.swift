/// How a stretch of text looks, in roles.
///
/// A theme decides the colours; one theme has none, so text must do without.
package struct Style: Hashable, Sendable {
  package enum Color: String, Sendable {
    case standard
    case good
    case bad
    case caution
    case doubtful
    case active
    case accent
  }

  package var color: Color = .standard
  package var isBold = false
  package var isDim = false
  package var isReversed = false
  package var isUnderlined = false

  package init(
    _ color: Color = .standard,
    bold: Bool = false,
    dim: Bool = false,
    reversed: Bool = false,
    underlined: Bool = false
  ) {
    self.color = color
    isBold = bold
    isDim = dim
    isReversed = reversed
    isUnderlined = underlined
  }

  package static let plain = Style()
  package static let bold = Style(bold: true)
  package static let dimmed = Style(dim: true)
  package static let selected = Style(reversed: true)
  package static let heading = Style(underlined: true)
  package static let bar = Style(reversed: true)
}
