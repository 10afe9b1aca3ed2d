/// The colours of styles, or none.
///
/// Only the terminal's own first eight colours are used, on its own background; those of the theme
/// that nobody chose can be read on light and dark terminals alike.
package struct Theme: Hashable, Sendable {
  package enum Name: String, CaseIterable, Sendable {
    case auto, dark, light, mono
    case highContrast = "high-contrast"
  }

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
    case blue = 4
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

  package static let colored = Theme(.auto, hasColors: true)
  package static let mono = Theme(.mono, hasColors: false)

  package let name: Name
  package let hasColors: Bool

  /// The theme for a choice, the value of `NO_COLOR`, and what the terminal can do.
  ///
  /// `NO_COLOR` counts when it is not empty (no-color.org); an explicit `always` wins over it.
  package init(
    _ choice: ColorChoice,
    _ name: Name = .auto,
    noColor: String?,
    terminalHasColors: Bool
  ) {
    let isWanted =
      switch choice {
      case .always: true
      case .never: false
      case .auto: (noColor ?? "").isEmpty
      }
    let hasColors = isWanted && terminalHasColors && name != .mono
    self.init(hasColors || name == .highContrast ? name : .mono, hasColors: hasColors)
  }

  private init(_ name: Name, hasColors: Bool) {
    self.name = name
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
      appearance.color = color(for: style.color)
      // Yellow that is not bold cannot be read on white.
      if style.color == .caution, name == .auto { appearance.isBold = true }
    }
    if name == .highContrast { strengthen(&appearance) }
    return appearance
  }

  private func color(for role: Style.Color) -> TerminalColor {
    switch (role, name) {
    case (.standard, _): .standard
    case (.good, _): .green
    case (.bad, _): .red
    // On white, yellow and cyan cannot be read.
    case (.caution, .light): .magenta
    case (.caution, _): .yellow
    case (.doubtful, .light): .blue
    case (.doubtful, _): .magenta
    case (.active, .light), (.accent, .light): .blue
    // On black, blue cannot be read.
    case (.active, _), (.accent, _): .cyan
    }
  }

  /// Nothing dim, and whatever has a colour stands out.
  private func strengthen(_ appearance: inout Appearance) {
    appearance.isDim = false
    if appearance.color != .standard || appearance.isReversed { appearance.isBold = true }
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
