import AWSOperations
import Domain
import FoundationEssentials

/// How fast calls may leave for one service in one region, learnt from its throttles.
///
/// There is no limit until the first throttle. Each throttle halves the rate, once for all calls
/// that were on their way together; each second without one adds to it, until the limit is far
/// from what was ever needed and goes. Slots are handed out under the lock in order of asking, and
/// slept for outside of it.
final class SendRate: Sendable {
  private struct State {
    /// Calls a second; `nil` without a limit.
    var limit: Double?
    /// What one second without a throttle adds.
    var growth = 0.0
    var grownAt = Date.distantPast
    var halvedAt = Date.distantPast
    /// When the next call may leave.
    var next = Date.distantPast
    /// Calls that left in the current second, and in the one before.
    var second = Date.distantPast
    var counts = (now: 0, before: 0)
  }

  /// Slower than this no scan would end.
  private static let slowest = 0.5
  /// So few calls a second say nothing about a rate.
  private static let least = 4.0
  /// Faster than this no limit is needed.
  private static let fastest = 200.0

  private let state = Locked(State())

  /// Calls a second; `nil` without a limit.
  var limit: Double? { state.withLock { $0.limit } }

  /// Takes the next slot and says how long to wait for it.
  func take(at now: Date) -> Duration {
    state.withLock { state in
      Self.count(&state, now)
      Self.grow(&state, now)
      guard let limit = state.limit else { return .zero }
      let slot = max(state.next, now)
      state.next = slot + 1 / limit
      return .seconds(slot.timeIntervalSince(now))
    }
  }

  /// `sent` is when the throttled call left: a throttle of a call older than the last halving says
  /// nothing about the present rate.
  func throttled(sent: Date, at now: Date) {
    state.withLock { state in
      guard sent >= state.halvedAt else { return }
      let measured = max(Double(max(state.counts.now, state.counts.before)), Self.least)
      let limit = max(min(state.limit ?? measured, measured) / 2, Self.slowest)
      state.limit = limit
      state.growth = max(limit / 5, 0.5)
      state.halvedAt = now
      state.grownAt = now
    }
  }

  private static func count(_ state: inout State, _ now: Date) {
    let age = now.timeIntervalSince(state.second)
    if age >= 1 || age < 0 {
      state.counts = (0, age < 2 && age >= 0 ? state.counts.now : 0)
      state.second = now
    }
    state.counts.now += 1
  }

  private static func grow(_ state: inout State, _ now: Date) {
    guard let limit = state.limit else { return }
    let seconds = now.timeIntervalSince(state.grownAt)
    guard seconds > 0 else { return }
    state.grownAt = now
    let grown = limit + state.growth * seconds
    state.limit = grown > fastest ? nil : grown
  }
}

/// The rates in use, one for each service and region, shared by all copies of a client.
final class SendRates: Sendable {
  private struct Key: Hashable {
    let service: Service
    let region: Region
  }

  private let rates = Locked<[Key: SendRate]>([:])

  func rate(for service: Service, in region: Region) -> SendRate {
    let key = Key(service: service, region: region)
    return rates.withLock { rates in
      if let rate = rates[key] { return rate }
      let rate = SendRate()
      rates[key] = rate
      return rate
    }
  }
}
