import AWSClient
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
    var gathered: [CheckID: EvidenceRecord] = [:]
    var tasks: [Need: Task<Void, Never>] = [:]
    var progress: [Need: Progress] = [:]
    /// Alerts among the units that were looked at so far.
    var alerts: [CheckID: Int] = [:]
    var reported: [CheckID: Date] = [:]

    /// What some row still waits for.
    var wanted: Set<Need> {
      open.values.reduce(into: []) { $0.formUnion($1) }
    }
  }

  /// What became of the rows that were not given up.
  struct Outcome {
    let rows: [ScanResult.Row]
    let evidence: [CheckID: EvidenceRecord]
  }

  /// Progress is told at most this often for one row, so that a fast scan cannot flood a screen.
  private static let reportInterval: TimeInterval = 0.1

  /// Rows in which each unit alerts by itself, and the facts that tell.
  ///
  /// A row that is judged whole later may yet see an alert differently only where another fact
  /// excuses it, and none does here.
  private static let judgedInParts: [Need: CheckID] = [
    .volumes: "ASC 07", .flowLogs: "ASC 08", .instances: "ASC 10", .bucketPublicness: "ASC 12",
    .bucketEncryption: "ASC 13",
  ]

  private let checks: [Check]
  private let needs: [CheckID: Set<Need>]
  private let collectors: Collectors
  private let now: @Sendable () -> Date
  private let calls: @Sendable () -> Int
  private let startedAt: Date
  /// Without any facts.
  private let blank: Inventory
  private let announcer: Announcer
  private let ledger: Locked<Ledger>
  /// Lets collectors hand over one at a time.
  ///
  /// Several of a large account often end in the same moment, and while a row is judged the
  /// inventory it is judged by must not change: each other one would copy it.
  private let turn = ConcurrencyLimiter(limit: 1)

  init(
    checks: [Check],
    inventory: Inventory,
    collectors: Collectors,
    evidence: EvidenceRequest?,
    now: @escaping @Sendable () -> Date,
    calls: @escaping @Sendable () -> Int,
    announcer: Announcer
  ) {
    self.checks = checks.filter { !$0.isManual || evidence != nil }
    self.collectors = collectors
    self.now = now
    self.calls = calls
    self.announcer = announcer
    startedAt = inventory.now
    blank = inventory
    let needs = self.checks.map { check in
      (check.id, check.isManual ? evidence?.needs(of: check.id) ?? [] : check.needs)
    }
    self.needs = Dictionary(uniqueKeysWithValues: needs)
    ledger = Locked(Ledger(inventory: inventory, open: self.needs))
  }

  /// Ends when every row is judged or given up.
  func run() async -> Outcome {
    let tasks = begin()
    announcer.tell()
    for task in tasks { await task.value }
    let (judged, gathered) = ledger.withLock { ($0.judged, $0.gathered) }
    return Outcome(rows: checks.compactMap { judged[$0.id] }, evidence: gathered)
  }

  /// Gives up rows: they are not judged, and what only they need is not read any further.
  func cancel(_ rows: Set<CheckID>) {
    let idle = ledger.withLock { ledger in
      for row in rows { ledger.open[row] = nil }
      let wanted = ledger.wanted
      return ledger.tasks.filter { !wanted.contains($0.key) }.map(\.value)
    }
    for task in idle { task.cancel() }
  }

  /// Gives up everything.
  func abandon() {
    cancel(Set(checks.map(\.id)))
  }

  /// Starts to collect what the rows need that were not given up before.
  ///
  /// All under the lock, so that whoever gives up rows comes either before or finds the tasks.
  private func begin() -> [Task<Void, Never>] {
    ledger.withLock { ledger in
      for check in checks where ledger.open[check.id] != nil {
        announcer.note(.started(check.id))
      }
      let wanted = ledger.wanted
      for need in Need.allCases where wanted.contains(need) {
        ledger.tasks[need] = Task { await self.collect(need) }
      }
      return Array(ledger.tasks.values)
    }
  }

  /// What nobody waits for any more was cut short, and must not take the place of what others read.
  private func collect(_ need: Need) async {
    let report = ProgressReport { [weak self] part in
      self?.look(at: part, of: need)
    } _: { [weak self] progress in
      self?.note(progress, of: need)
    }
    let contribution = await collectors.collect(need, report)
    let isAlone = await turn.enter()
    defer { if isAlone { turn.leave() } }
    let ready = ledger.withLock { ledger -> ([Check], Inventory)? in
      guard ledger.wanted.contains(need) else { return nil }
      contribution(&ledger.inventory)
      return complete(need, in: &ledger)
    }
    guard let (rows, inventory) = ready else { return }
    for check in rows {
      if check.isManual { gather(check, inventory) } else { judge(check, inventory) }
    }
  }

  /// The rows for which this was the last open need, with the facts to judge them by.
  private func complete(_ need: Need, in ledger: inout Ledger) -> ([Check], Inventory)? {
    var ready: [Check] = []
    for check in checks where ledger.open[check.id]?.remove(need) != nil {
      if ledger.open[check.id]?.isEmpty == true { ready.append(check) }
    }
    guard !ready.isEmpty else { return nil }
    let inventory = ledger.inventory
    letGo(in: &ledger, besides: ready)
    return (ready, inventory)
  }

  /// Forgets facts by which no row is to be judged any more.
  private func letGo(in ledger: inout Ledger, besides ready: [Check]) {
    let waiting = Set(ledger.open.keys).subtracting(ready.map(\.id))
    let wanted = waiting.reduce(into: Set<Need>()) { $0.formUnion(needs[$1] ?? []) }
    ledger.inventory.keepOnly(wanted)
  }

  private func gather(_ check: Check, _ inventory: Inventory) {
    guard let found = Evidence.collected(for: check.id, in: inventory) else { return }
    let record = EvidenceRecord(found, gatheredAt: now())
    ledger.withLock { ledger in
      guard ledger.open.removeValue(forKey: check.id) != nil else { return }
      ledger.gathered[check.id] = record
      announcer.note(.calls(calls()))
      announcer.note(.gathered(check.id, record))
    }
    announcer.tell()
  }

  private func judge(_ check: Check, _ inventory: Inventory) {
    let findings = check.findings(in: inventory).sharingValues()
    let at = now()
    let row = ScanResult.Row(
      id: check.id,
      findings: findings,
      checkedAt: at,
      duration: at.timeIntervalSince(startedAt)
    )
    ledger.withLock { ledger in
      guard ledger.open.removeValue(forKey: check.id) != nil else { return }
      ledger.judged[check.id] = row
      announcer.note(.calls(calls()))
      announcer.note(.judged(row))
    }
    announcer.tell()
  }

  /// Counts the alerts in what has just arrived.
  private func look(at part: Contribution, of need: Need) {
    guard let check = checks.first(where: { $0.id == Self.judgedInParts[need] }) else { return }
    var inventory = blank
    part(&inventory)
    let alerts = check.findings(in: inventory).count { $0.status == .alert }
    if alerts > 0 { ledger.withLock { $0.alerts[check.id, default: 0] += alerts } }
  }

  private func note(_ progress: Progress, of need: Need) {
    let moment = now()
    ledger.withLock { ledger in
      guard !(ledger.progress[need]?.isAhead(of: progress) ?? false) else { return }
      ledger.progress[need] = progress
      for check in checks
      where ledger.open[check.id] != nil && needs[check.id]?.contains(need) == true {
        let last = ledger.reported[check.id]
        // A clock that was set back ends the interval too.
        if let last, (0..<Self.reportInterval).contains(moment.timeIntervalSince(last)) { continue }
        guard var slowest = slowest(of: check, in: ledger) else { continue }
        slowest.alerts = ledger.alerts[check.id] ?? 0
        ledger.reported[check.id] = moment
        announcer.note(.calls(calls()))
        announcer.note(.progress(check.id, slowest))
      }
    }
    announcer.tell()
  }

  private func slowest(of check: Check, in ledger: Ledger) -> Progress? {
    (needs[check.id] ?? []).compactMap { ledger.progress[$0] }
      .filter { $0.total > 0 }
      .min { $0.done * $1.total < $1.done * $0.total }
  }
}

extension Progress {
  /// Two tasks that count together may report in either order.
  fileprivate func isAhead(of other: Self) -> Bool {
    unit == other.unit && total == other.total && done > other.done
  }
}
