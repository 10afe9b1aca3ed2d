import Domain

/// Counts what a client did.
package final class CallStatistics: Sendable {
  package struct Counts: Hashable, Sendable {
    /// Requests sent, repeated ones included.
    package var calls = 0
    /// Answers that asked to slow down.
    package var throttles = 0
    /// Calls that ended in a gap.
    package var gaps = 0

    package init() {}
  }

  private let state = Locked(Counts())

  package init() {}

  package var counts: Counts { state.withLock { $0 } }

  func countCall() {
    state.withLock { $0.calls += 1 }
  }

  /// Returns how many throttles there were so far, this one included.
  func countThrottle() -> Int {
    state.withLock { counts in
      counts.throttles += 1
      return counts.throttles
    }
  }

  func countGap() {
    state.withLock { $0.gaps += 1 }
  }
}
