import FoundationEssentials

/// A moment as signatures write it.
struct SigningTime {
  /// Such as `20150830T123600Z`.
  let stamp: String
  /// Such as `20150830`.
  var day: String { String(stamp.prefix(8)) }

  init(_ date: Date) {
    stamp = date.formatted(
      Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
    )
  }
}
