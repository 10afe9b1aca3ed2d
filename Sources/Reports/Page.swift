import Domain
import FoundationEssentials

/// For whom a text report is laid out, and on what.
package struct Page: Sendable {
  package let language: Language
  /// In cells.
  package let width: Int
  /// With the escape sequences of a terminal.
  package let isColored: Bool
  /// With links that the terminal opens, and that take no room.
  package var isLinked = false
  package let typography: Typography

  package init(
    _ language: Language,
    width: Int = 80,
    isColored: Bool = false,
    typography: Typography
  ) {
    self.language = language
    self.width = max(40, width)
    self.isColored = isColored
    self.typography = typography
  }
}

/// How the screen measures, breaks, cleans and dates text.
///
/// Passed in, so that a report and a screen agree on it and reports need no terminal.
package struct Typography: Sendable {
  /// The cells a text takes on one line.
  package let width: @Sendable (String) -> Int
  /// Lines of at most that many cells.
  package let wrapped: @Sendable (String, Int) -> [String]
  /// Text from outside, made harmless, on one line.
  package let sanitized: @Sendable (String) -> String
  /// How old something is, in a few cells, such as `3 min`.
  package let age: @Sendable (Date) -> Text
  /// Such as `2026-06-11`.
  package let date: @Sendable (Date) -> Text
  /// Such as `2026-06-11 10:39`.
  package let dateAndTime: @Sendable (Date) -> Text

  package init(
    width: @escaping @Sendable (String) -> Int,
    wrapped: @escaping @Sendable (String, Int) -> [String],
    sanitized: @escaping @Sendable (String) -> String,
    age: @escaping @Sendable (Date) -> Text,
    date: @escaping @Sendable (Date) -> Text,
    dateAndTime: @escaping @Sendable (Date) -> Text
  ) {
    self.width = width
    self.wrapped = wrapped
    self.sanitized = sanitized
    self.age = age
    self.date = date
    self.dateAndTime = dateAndTime
  }
}
