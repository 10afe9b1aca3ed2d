import FoundationEssentials

/// Instants as files and reports write them: ISO 8601 in UTC, to the second.
package enum Timestamp {
  package static func text(_ date: Date) -> String {
    Date.ISO8601FormatStyle().format(date)
  }

  /// Such as `2026-08-24 03:02 UTC` for people; what is no timestamp stays as it is.
  package static func words(_ text: String) -> String {
    guard text.hasSuffix("Z"), date(text) != nil else { return text }
    return text.prefix(16).replacing("T", with: " ") + " UTC"
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
