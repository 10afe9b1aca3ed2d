import Domain
import TerminalUI

/// What people set once, in a file of lines such as `theme = dark`.
///
/// A line that makes no sense is told with its number and what it may say, and the program starts
/// without it. Lines that begin with `#` say nothing.
package struct Configuration: Equatable, Sendable {
  /// A line that is not used.
  package struct Fault: Equatable, Sendable {
    package let line: Int
    package let text: Text

    /// Such as `~/.config/ascheck/config:3: ...`.
    package func words(in path: String) -> Text {
      Text(en: "\(path):\(line): \(text.en)", ja: "\(path):\(line): \(text.ja)")
    }
  }

  /// A filter with a name, offered among the commands.
  package struct SavedFilter: Equatable, Sendable {
    package let name: String
    package let words: String
  }

  package var language: Language?
  package var reviewer: String?
  package var theme: Theme.Name?
  package var staleness = Staleness.warn
  /// Milliseconds to wait whether Esc begins a key.
  package var escapeDelay: Int?
  package var filters: [SavedFilter] = []
  package var keys = KeyChanges()
  package var faults: [Fault] = []

  package init() {}

  /// Reads the file's text.
  package init(_ text: String) {
    var reader = ConfigurationReader()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      reader.take(line, number: index + 1)
    }
    self = reader.finished()
  }
}
