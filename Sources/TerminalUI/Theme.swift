/// The colours of styles, or none.
///
/// Only the terminal's own first eight colours are used, on its own background, so that light and
/// dark terminals both stay readable.
package struct Theme: Hashable, Sendable {
  /// When to use colours, as `--color` says it.
  package enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
  }

  /// A colour by its number in the terminal, -1 for the default.
  package enum TerminalColor: Int16, Sendable {
    case standard = -1
    case red = 1
    case green = 2
    case yellow = 3
    case magenta = 5
    case cyan = 6
  }

  /// A style as a terminal shows it.
  package struct Appearance: Hashable, Sendable {
    package var color: TerminalColor = .standard
    package var isBold = false
    package var isDim = false
    package var isReversed = false
    package var isUnderlined = false
  }

  package static let colored = Theme(hasColors: true)
  package static let mono = Theme(hasColors: false)

  package let hasColors: Bool

  /// The theme for a choice, the value of `NO_COLOR`, and what the terminal can do.
  ///
  /// `NO_COLOR` counts when it is not empty (no-color.org); an explicit `always` wins over it.
  package init(_ choice: ColorChoice, noColor: String?, terminalHasColors: Bool) {
    let isWanted =
      switch choice {
      case .always: true
      case .never: false
      case .auto: (noColor ?? "").isEmpty
      }
    hasColors = isWanted && terminalHasColors
  }

  private init(hasColors: Bool) {
    self.hasColors = hasColors
  }

  package func appearance(of style: Style) -> Appearance {
    var appearance = Appearance(
      isBold: style.isBold,
      isDim: style.isDim,
      isReversed: style.isReversed,
      isUnderlined: style.isUnderlined
    )
    if !hasColors {
      style.emphasizeWithoutColor(&appearance)
    } else if !style.isReversed {
      // Colour on reverse video has a contrast that nobody knows.
      appearance.color = style.color.terminalColor
      // Yellow that is not bold cannot be read on white.
      if style.color == .caution { appearance.isBold = true }
    }
    return appearance
  }
}

extension Style.Color {
  fileprivate var terminalColor: Theme.TerminalColor {
    switch self {
    case .standard: .standard
    case .good: .green
    case .bad: .red
    case .caution: .yellow
    case .doubtful: .magenta
    // Blue cannot be read on black.
    case .active, .accent: .cyan
    }
  }
}

extension Style {
  /// Says with attributes what colours cannot: the worst stands in reverse, the milder is
  /// underlined.
  fileprivate func emphasizeWithoutColor(_ appearance: inout Theme.Appearance) {
    switch color {
    case .bad where isBold: appearance.isReversed = true
    case .bad:
      appearance.isBold = true
      appearance.isUnderlined = true
    case .caution where !isBold: appearance.isUnderlined = true
    case .doubtful, .active: appearance.isBold = true
    case .standard, .good, .caution, .accent: break
    }
  }
}
