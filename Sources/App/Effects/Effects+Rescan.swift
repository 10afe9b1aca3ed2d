import Checks
import Domain
import FoundationEssentials
import Scanner

/// Scans under way, and those of one finding.
extension Effects {
  func start(_ run: Run, _ target: FindingTarget) {
    scans.withLock { scans in
      scans[run] = Scan(rows: [target.row])
      scans[run]?.task = Task { await rescan(run, target) }
    }
  }

  /// The outcome is told before it is written down, which takes longer where there is much.
  private func rescan(_ run: Run, _ target: FindingTarget) async {
    defer { scans.withLock { $0[run] = nil } }
    guard let unit = target.unit else {
      return post(.rescanned(run, Rescanned(target, .needsRow)))
    }
    do {
      let outcome = try await dependencies.rescan(unit, target)
      post(.rescanned(run, Rescanned(target, outcome)))
      if case .judged(let result) = outcome { finish(run, result) }
    } catch {
      let isDropped = scans.withLock { $0[run]?.isDropped ?? false }
      post(isDropped ? .cancelled(run) : .failed(run, dependencies.explain(error)))
    }
  }

  /// What is remembered of a scan while it runs.
  struct Scan {
    let rows: Set<CheckID>
    let control = ScanControl()
    /// Of a scan of one finding, which has nothing to control.
    var task: Task<Void, Never>?
    var account: AccountID?
    /// What may be accepted of what it finds.
    var exceptions: [Suppression] = []
    var dropped: Set<CheckID> = []
    /// When each row's progress was last told.
    var told: [CheckID: Date] = [:]

    init(rows: Set<CheckID>) {
      self.rows = rows
    }

    var givenUp: Self {
      var scan = self
      scan.dropped = rows
      return scan
    }

    func cancel(_ rows: Set<CheckID>) {
      control.cancel(rows)
      task?.cancel()
    }

    var isDropped: Bool { dropped.isSuperset(of: rows) }
  }
}
