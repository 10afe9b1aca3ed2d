import Checks
import Domain
import FoundationEssentials

/// One scan under way: collects the facts its rows need, judges each row once its facts are
/// there, and lets rows be given up one by one.
final class ScanRun: Sendable {
  private struct Ledger {
    var inventory: Inventory
    /// Rows not judged yet, with the needs still open.
    var open: [CheckID: Set<Need>]
    var judged: [CheckID: ScanResult.Row] = [:]
    var tasks: [Need: Task<Void, Never>] = [:]
    var progress: [Need: Progress] = [:]
    var reported: [CheckID: ContinuousClock.Instant] = [:]
  }

  /// Progress is told at most this often for one row, so that a fast scan cannot flood a screen.
  private static let reportInterval = Duration.milliseconds(100)

  private let checks: [Check]
  private let collectors: Collectors
  private let now: @Sendable () -> Date
  private let calls: @Sendable () -> Int
  private let startedAt: Date
  private let onEvent: @Sendable (ScanEvent) -> Void
  private let ledger: Locked<Ledger>

  init(
    checks: [Check],
    inventory: Inventory,
    collectors: Collectors,
    now: @escaping @Sendable () -> Date,
    calls: @escaping @Sendable () -> Int,
    onEvent: @escaping @Sendable (ScanEvent) -> Void
  ) {
    self.checks = checks.filter { !$0.isManual }
    self.collectors = collectors
    self.now = now
    self.calls = calls
    self.onEvent = onEvent
    startedAt = inventory.now
    let open = self.checks.map { ($0.id, $0.needs) }
    ledger = Locked(
      Ledger(inventory: inventory, open: Dictionary(uniqueKeysWithValues: open))
    )
  }

  /// Ends when every row is judged or given up.
  func run() async -> [ScanResult.Row] {
    let needs = checks.reduce(into: Set<Need>()) { $0.formUnion($1.needs) }
    let tasks = needs.map { need in (need, Task { await self.collect(need) }) }
    ledger.withLock { $0.tasks = Dictionary(uniqueKeysWithValues: tasks) }
    for check in checks { onEvent(.started(check.id)) }
    for (_, task) in tasks { await task.value }
    let judged = ledger.withLock { $0.judged }
    return checks.compactMap { judged[$0.id] }
  }

  /// Gives up rows: they are not judged, and what only they need is not read any further.
  func cancel(_ rows: Set<CheckID>) {
    let idle = ledger.withLock { ledger in
      for row in rows { ledger.open[row] = nil }
      let wanted = ledger.open.values.reduce(into: Set<Need>()) { $0.formUnion($1) }
      return ledger.tasks.filter { !wanted.contains($0.key) }.map(\.value)
    }
    for task in idle { task.cancel() }
  }

  /// Gives up everything.
  func abandon() {
    ledger.withLock { $0.open = [:] }
    stopReading()
  }

  /// Stops reading.
  ///
  /// What is still open becomes a gap, and the rows are judged with it.
  func stopReading() {
    collectors.cancel()
    for task in ledger.withLock({ Array($0.tasks.values) }) { task.cancel() }
  }

  private func collect(_ need: Need) async {
    let report = ProgressReport { [weak self] progress in self?.note(progress, of: need) }
    let contribution = await collectors.collect(need, report)
    let ready = ledger.withLock { ledger in
      contribution(&ledger.inventory)
      return complete(need, in: &ledger)
    }
    guard let (rows, inventory) = ready else { return }
    for check in rows { judge(check, inventory) }
  }

  /// The rows for which this was the last open need, with the facts to judge them by.
  private func complete(_ need: Need, in ledger: inout Ledger) -> ([Check], Inventory)? {
    var ready: [Check] = []
    for check in checks where ledger.open[check.id]?.remove(need) != nil {
      if ledger.open[check.id]?.isEmpty == true { ready.append(check) }
    }
    return ready.isEmpty ? nil : (ready, ledger.inventory)
  }

  private func judge(_ check: Check, _ inventory: Inventory) {
    let findings = check.findings(in: inventory)
    let at = now()
    let row = ScanResult.Row(
      id: check.id,
      findings: findings,
      checkedAt: at,
      duration: at.timeIntervalSince(startedAt)
    )
    let isWanted = ledger.withLock { ledger in
      guard ledger.open.removeValue(forKey: check.id) != nil else { return false }
      ledger.judged[check.id] = row
      return true
    }
    guard isWanted else { return }
    onEvent(.calls(calls()))
    onEvent(.judged(row))
  }

  private func note(_ progress: Progress, of need: Need) {
    let moment = ContinuousClock.now
    let events = ledger.withLock { ledger -> [(CheckID, Progress)] in
      ledger.progress[need] = progress
      return checks.compactMap { check in
        guard ledger.open[check.id] != nil, check.needs.contains(need) else { return nil }
        let last = ledger.reported[check.id]
        if let last, moment - last < Self.reportInterval { return nil }
        ledger.reported[check.id] = moment
        return slowest(of: check, in: ledger).map { (check.id, $0) }
      }
    }
    if !events.isEmpty { onEvent(.calls(calls())) }
    for (row, progress) in events { onEvent(.progress(row, progress)) }
  }

  private func slowest(of check: Check, in ledger: Ledger) -> Progress? {
    check.needs.compactMap { ledger.progress[$0] }
      .filter { $0.total > 0 }
      .min { $0.done * $1.total < $1.done * $0.total }
  }
}
