import Domain

/// Tells a scan's events one at a time and in the order they were noted, from whichever thread
/// happens to be there.
final class Announcer: Sendable {
  private struct State {
    var waiting: [ScanEvent] = []
    var isTelling = false
  }

  private let onEvent: @Sendable (ScanEvent) -> Void
  private let state = Locked(State())

  init(_ onEvent: @escaping @Sendable (ScanEvent) -> Void) {
    self.onEvent = onEvent
  }

  func tell(_ event: ScanEvent) {
    note(event)
    tell()
  }

  /// Puts an event in line and calls nobody, so that it may be done under a lock; `tell` must
  /// follow outside of it.
  func note(_ event: ScanEvent) {
    state.withLock { $0.waiting.append(event) }
  }

  /// Tells what is in line, unless another thread is at it, which then tells this too.
  func tell() {
    let isMine = state.withLock { state in
      defer { state.isTelling = true }
      return !state.isTelling
    }
    guard isMine else { return }
    while let events = takeWaiting() { events.forEach(onEvent) }
  }

  private func takeWaiting() -> [ScanEvent]? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isTelling = false
        return nil
      }
      defer { state.waiting = [] }
      return state.waiting
    }
  }
}
