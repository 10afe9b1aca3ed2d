import Domain
import FoundationEssentials

/// Dates as a reader at some place and time says them.
package struct DateWords: Sendable {
  package let now: Date
  package let zone: Zone

  package init(now: Date, zone: Zone) {
    self.now = now
    self.zone = zone
  }

  /// How old something is, in a narrow column: `3 min`, `2 h`, `yesterday`, `2026-06-01`.
  package func age(of date: Date) -> Text {
    let seconds = Int(now.timeIntervalSince(date).rounded(.down))
    return switch seconds {
    case 86_400...: daysAgo(date)
    case 3_600...: Text(en: "\(seconds / 3_600) h", ja: "\(seconds / 3_600)時間前")
    case 60...: Text(en: "\(seconds / 60) min", ja: "\(seconds / 60)分前")
    case (-60)...: Text(en: "just now", ja: "たった今")
    default: self.date(date)
    }
  }

  /// The same in a sentence: `3 min ago`.
  package func ago(_ date: Date) -> Text {
    let age = age(of: date)
    let isCounted = (60..<86_400).contains(now.timeIntervalSince(date))
    return isCounted ? Text(en: age.en + " ago", ja: age.ja) : age
  }

  /// Such as `2026-06-11`.
  package func date(_ date: Date) -> Text {
    same(zone.calendarTime(of: date).date)
  }

  /// Such as `2026-06-11 10:39`.
  package func dateAndTime(_ date: Date) -> Text {
    same(zone.calendarTime(of: date).dateAndTime)
  }

  /// Such as `10:39`.
  package func time(_ date: Date) -> Text {
    same(zone.calendarTime(of: date).time)
  }

  private func daysAgo(_ date: Date) -> Text {
    let yesterday = zone.calendarTime(of: now.addingTimeInterval(-86_400))
    let then = zone.calendarTime(of: date)
    return then.date == yesterday.date ? Text(en: "yesterday", ja: "昨日") : same(then.date)
  }

  private func same(_ words: String) -> Text {
    Text(en: words, ja: words)
  }
}

extension BinaryInteger {
  /// With a comma after every three digits: `12,345`.
  package var withSeparators: String {
    let digits = Array(String(magnitude))
    let groups = stride(from: digits.count, to: 0, by: -3).map { end in
      String(digits[max(0, end - 3)..<end])
    }
    return (self < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
  }
}
