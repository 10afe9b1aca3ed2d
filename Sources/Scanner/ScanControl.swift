import Domain

/// The operator's hand on a running scan.
package final class ScanControl: Sendable {
  private struct State {
    var run: ScanRun?
    var abandoned: Set<CheckID> = []
  }

  private let state = Locked(State())

  package init() {}

  /// Gives up rows; their old results stay.
  package func cancel(_ rows: Set<CheckID>) {
    let run = state.withLock { state in
      state.abandoned.formUnion(rows)
      return state.run
    }
    run?.cancel(rows)
  }

  func hasGivenUp(_ row: CheckID) -> Bool {
    state.withLock { $0.abandoned.contains(row) }
  }

  /// Rows may have been given up before the first call came back.
  func begin(_ run: ScanRun) {
    let abandoned = state.withLock { state in
      state.run = run
      return state.abandoned
    }
    if !abandoned.isEmpty { run.cancel(abandoned) }
  }
}
