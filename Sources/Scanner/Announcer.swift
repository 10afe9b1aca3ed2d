import Checks
import Domain

/// Tells a scan's events one at a time and in the order they were noted, from whichever thread
/// happens to be there.
final class Announcer: Sendable {
  private struct State {
    var waiting: [Note] = []
    var isTelling = false
  }

  private enum Note {
    case event(ScanEvent)
    case evidence(CheckID, Evidence)
  }

  private let onEvent: @Sendable (ScanEvent) -> Void
  private let onEvidence: (@Sendable (CheckID, Evidence) -> Void)?
  private let state = Locked(State())

  init(
    _ onEvent: @escaping @Sendable (ScanEvent) -> Void,
    onEvidence: (@Sendable (CheckID, Evidence) -> Void)? = nil
  ) {
    self.onEvent = onEvent
    self.onEvidence = onEvidence
  }

  func tell(_ event: ScanEvent) {
    note(event)
    tell()
  }

  /// Puts an event in line and calls nobody, so that it may be done under a lock; `tell` must
  /// follow outside of it.
  func note(_ event: ScanEvent) {
    state.withLock { $0.waiting.append(.event(event)) }
  }

  /// Puts a row's evidence in the same line.
  func note(_ evidence: Evidence, of row: CheckID) {
    state.withLock { $0.waiting.append(.evidence(row, evidence)) }
  }

  /// Tells what is in line, unless another thread is at it, which then tells this too.
  func tell() {
    let isMine = state.withLock { state in
      defer { state.isTelling = true }
      return !state.isTelling
    }
    guard isMine else { return }
    while let notes = takeWaiting() { notes.forEach(tell) }
  }

  private func tell(_ note: Note) {
    switch note {
    case .event(let event): onEvent(event)
    case .evidence(let row, let evidence): onEvidence?(row, evidence)
    }
  }

  private func takeWaiting() -> [Note]? {
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
