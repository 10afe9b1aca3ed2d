import FoundationEssentials
import Glibc

/// A moment as clocks and calendars in one place show it.
package struct CalendarTime: Hashable, Sendable {
  package var year, month, day, hour, minute, second: Int

  /// Such as `2026-06-11`.
  package var date: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }
  /// Such as `06-11`.
  package var monthAndDay: String { "\(Self.two(month))-\(Self.two(day))" }
  /// Such as `10:39`.
  package var time: String { "\(Self.two(hour)):\(Self.two(minute))" }
  /// Such as `10:39:02`.
  package var timeWithSeconds: String { time + ":" + Self.two(second) }
  /// Such as `2026-06-11 10:39`.
  package var dateAndTime: String { date + " " + time }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

/// A time zone: how far its clocks are ahead of UTC at a moment.
///
/// FoundationEssentials knows no named zones, so the machine's own comes from libc.
package struct Zone: Sendable {
  package let secondsAhead: @Sendable (Date) -> Int

  package init(secondsAhead: @escaping @Sendable (Date) -> Int) {
    self.secondsAhead = secondsAhead
  }

  package static let utc = Zone { _ in 0 }

  /// The zone that `TZ` or `/etc/localtime` names when this is called.
  package static func local() -> Zone {
    tzset()
    return Zone { date in
      var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
      var fields = tm()
      return localtime_r(&seconds, &fields) == nil ? 0 : fields.tm_gmtoff
    }
  }

  package func calendarTime(of date: Date) -> CalendarTime {
    let ahead = Double(secondsAhead(date))
    var seconds = time_t((date.timeIntervalSince1970 + ahead).rounded(.down))
    var fields = tm()
    gmtime_r(&seconds, &fields)
    return CalendarTime(
      year: Int(fields.tm_year) + 1900,
      month: Int(fields.tm_mon) + 1,
      day: Int(fields.tm_mday),
      hour: Int(fields.tm_hour),
      minute: Int(fields.tm_min),
      second: Int(fields.tm_sec)
    )
  }
}
