import Domain
import TerminalUI

/// How to take the terminal.
package struct TerminalOptions: Sendable {
  /// `TERM`, `NO_COLOR`, the locale and whether this is a remote session.
  package var environment: [String: String]
  package var color: Theme.ColorChoice
  package var theme: Theme.Name
  /// Milliseconds to wait whether Esc begins a key; by default 25, over SSH 50.
  package var escapeDelay: Int?
  /// Takes what is written to standard error while the screen is up.
  ///
  /// Without a file it is printed afterwards.
  package var logPath: String?

  package init(
    environment: [String: String],
    color: Theme.ColorChoice = .auto,
    theme: Theme.Name = .auto,
    escapeDelay: Int? = nil,
    logPath: String? = nil
  ) {
    self.environment = environment
    self.color = color
    self.theme = theme
    self.escapeDelay = escapeDelay
    self.logPath = logPath
  }
}

/// What is known of a terminal once it is taken.
package struct TerminalFeatures: Sendable {
  package let width: Int
  package let height: Int
  package let hasColors: Bool
  /// Whether the locale has no characters for Japanese.
  package let isASCIIOnly: Bool
  /// What the user should be told once, such as that another terminal type was assumed.
  package let notices: [Text]

  package init(
    width: Int,
    height: Int,
    hasColors: Bool,
    isASCIIOnly: Bool,
    notices: [Text]
  ) {
    self.width = width
    self.height = height
    self.hasColors = hasColors
    self.isASCIIOnly = isASCIIOnly
    self.notices = notices
  }
}

extension TerminalOptions {
  var escapeMilliseconds: Int {
    let isRemote = ["SSH_CONNECTION", "SSH_TTY"].contains { environment[$0] != nil }
    return escapeDelay ?? (isRemote ? 50 : 25)
  }

  /// The character set that the locale's name asks for; `nil` when it names none.
  var charset: String? {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
    guard let name = names.first(where: { !$0.isEmpty }) else { return nil }
    guard let suffix = name.split(separator: ".").dropFirst().first else { return nil }
    return String(suffix.prefix { $0 != "@" })
  }

  /// Whether the locale asks for another character set than UTF-8, whatever libc makes of it.
  var foreignCharset: String? {
    guard let charset else { return nil }
    let letters = charset.lowercased().filter { $0 != "-" }
    return letters == "utf8" ? nil : charset
  }
}
