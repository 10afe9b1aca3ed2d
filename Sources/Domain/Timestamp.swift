import FoundationEssentials

/// Instants as files and reports write them: ISO 8601 in UTC, to the second.
package enum Timestamp {
  package static func text(_ date: Date) -> String {
    Date.ISO8601FormatStyle().format(date)
  }

  /// Reads exactly what `text` writes; anything else is `nil`.
  ///
  /// Writing it again is the check: the parser alone also takes the 31st of June and stops reading
  /// after the `Z`.
  package static func date(_ text: String) -> Date? {
    do {
      let date = try Date.ISO8601FormatStyle().parse(text)
      return self.text(date) == text ? date : nil
    } catch {
      return nil
    }
  }
}
