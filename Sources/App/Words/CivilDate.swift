import FoundationEssentials
import TerminalUI

extension Zone {
  /// When the day that somebody typed as `2026-06-11` begins here; `nil` when there is no such day.
  func beginning(ofDay typed: String) -> Date? {
    let parts = typed.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let utc = Date(timeIntervalSince1970: Double(Self.days(year, month, day)) * 86_400)
    // Asked twice: clocks may change between midnight in UTC and midnight there.
    let near = utc.addingTimeInterval(-Double(secondsAhead(utc)))
    let date = utc.addingTimeInterval(-Double(secondsAhead(near)))
    let then = calendarTime(of: date)
    return (then.year, then.month, then.day) == (year, month, day) ? date : nil
  }

  /// Days since 1970 in the Gregorian calendar, counted in years that begin in March.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }
}

extension Zone {
  /// When the day after that day begins; `nil` when there is no such day.
  ///
  /// A day has 23 to 25 hours, so that the next noon is never skipped.
  func end(ofDay typed: String) -> Date? {
    beginning(ofDay: typed).flatMap { beginning in
      self.beginning(ofDay: calendarTime(of: beginning.addingTimeInterval(36 * 3_600)).date)
    }
  }
}
