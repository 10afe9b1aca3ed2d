import AWSClient
import Domain
import Foundation

/// Time that passes only by sleeping, at once.
package final class FakeClock: Sendable {
  private struct State {
    var now: Date
    var sleeps: [Duration] = []
  }

  private let state: Locked<State>

  package init(_ now: Date = Date(timeIntervalSince1970: 1_800_000_000)) {
    state = Locked(State(now: now))
  }

  package var now: Date { state.withLock { $0.now } }
  package var sleeps: [Duration] { state.withLock { $0.sleeps } }

  package func advance(_ duration: Duration) {
    state.withLock { $0.now += duration / .seconds(1) }
  }

  package var clock: WallClock {
    WallClock(
      now: { self.now },
      sleep: { duration throws(CancellationError) in
        if Task.isCancelled { throw CancellationError() }
        self.state.withLock { $0.sleeps.append(duration) }
        self.advance(duration)
      }
    )
  }
}
