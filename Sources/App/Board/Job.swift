import Domain
import FoundationEssentials
import Scanner

/// A scan under way: which rows it was asked for, and how far each of them is.
package struct Job: Sendable {
  package enum Phase: Sendable {
    case queued
    case running(since: Date, Progress?)
    case judged(RowSummary, Findings)
    /// A manual row's facts are there.
    case gathered(EvidenceRecord)
  }

  package let run: Run
  package let startedAt: Date
  /// Whether its rows were running when the program was stopped.
  package var isAgain = false
  /// Whether another job has its rows since then.
  package var isCutShort = false
  /// Whether it asks for what costs money.
  package var isPaid = false
  /// Whose account is scanned, once AWS has said so.
  package private(set) var account: AccountID?
  package private(set) var partition: Partition?
  package private(set) var phases: [CheckID: Phase]
  /// How often AWS has asked to slow down.
  package private(set) var throttled = 0
  package private(set) var calls = 0

  package init(_ run: Run, rows: [CheckID], at now: Date) {
    self.run = run
    startedAt = now
    phases = Dictionary(uniqueKeysWithValues: rows.map { ($0, .queued) })
  }

  package mutating func take(_ news: ScanNews, at now: Date) {
    switch news {
    case .identified(let account, let partition):
      self.account = account
      self.partition = partition
    case .regions: break
    case .started(let row): advance(row, to: .running(since: now, nil))
    case .progress(let row, let progress): advance(row, to: .running(since: now, progress))
    case .judged(let row, let summary, let findings): advance(row, to: .judged(summary, findings))
    case .gathered(let row, let evidence): advance(row, to: .gathered(evidence))
    case .throttled(let times): throttled = times
    case .calls(let count): calls = count
    }
  }

  /// Forgets a row, so that its old result counts again.
  package mutating func drop(_ row: CheckID) {
    phases[row] = nil
  }

  /// Forgets what is not judged yet.
  package mutating func dropActive() {
    for row in phases.keys where isActive(row) { phases[row] = nil }
  }

  package func isActive(_ row: CheckID) -> Bool {
    switch phases[row] {
    case .queued, .running: true
    case .judged, .gathered, nil: false
    }
  }

  var activeRows: [CheckID] { phases.keys.filter(isActive) }

  /// Late news of a row that was given up changes nothing.
  private mutating func advance(_ row: CheckID, to phase: Phase) {
    switch (phases[row], phase) {
    case (nil, _): break
    case (.running(let since, _), .running(_, let progress)):
      phases[row] = .running(since: since, progress)
    default: phases[row] = phase
    }
  }
}
