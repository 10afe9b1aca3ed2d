import ArgumentParser
import Domain
import FoundationEssentials
import TerminalUI

/// A date as people type it: a day, such as `2026-06-11`, or an instant in UTC with a `Z`.
struct Moment: ExpressibleByArgument, Sendable {
  private let text: String
  private let isDay: Bool

  init?(argument: String) {
    isDay = Timestamp.date("\(argument)T00:00:00Z") != nil
    guard isDay || Timestamp.date(argument) != nil else { return nil }
    text = argument
  }

  /// The day's first second where the reader is.
  func start(in zone: Zone) -> Date {
    instant(daysLater: 0, zone)
  }

  /// The first second after the day; never beyond what an exception may last, if its day is not.
  func end(in zone: Zone, now: Date) -> Date {
    let limit = now.addingTimeInterval(Suppression.limit)
    let end = instant(daysLater: isDay ? 1 : 0, zone)
    return isDay && start(in: zone) <= limit ? min(end, limit) : end
  }

  /// Asks the zone twice: its clocks may change between midnight in UTC and midnight there.
  private func instant(daysLater days: Double, _ zone: Zone) -> Date {
    let utc = (Timestamp.date(isDay ? "\(text)T00:00:00Z" : text) ?? .distantPast)
      .addingTimeInterval(days * 86_400)
    guard isDay else { return utc }
    let near = utc.addingTimeInterval(-TimeInterval(zone.secondsAhead(utc)))
    return utc.addingTimeInterval(-TimeInterval(zone.secondsAhead(near)))
  }
}
