import Checks
import Domain
import FoundationEssentials
import Scanner
import StateStore
import TerminalUI

/// Everything screens show, at one instant: what is on record, joined with what is going on.
///
/// Computed anew whenever something changes, and never stored.
package struct Board: Sendable {
  /// One row of the checklist.
  package struct Row: Identifiable, Sendable {
    package let check: Check
    package let standing: Standing
    package let activity: Activity?
    package let summary: RowSummary?
    package let judgement: Judgement
    /// `nil` until they are loaded.
    package let findings: Findings?
    /// What is accepted of them just now.
    package let exceptions: RowExceptions
    /// Whether it runs once more because the program was stopped.
    package var isAgain = false

    package var id: CheckID { check.id }
    package var isActive: Bool { activity != nil }
    package var review: Review { judgement.review }
  }

  /// What a scan is doing to a row.
  package enum Activity: Hashable, Sendable {
    case queued
    case running(since: Date, Progress?)
  }

  package let now: Date
  /// What people call the account, such as the profile's name.
  package let label: String
  package let record: AccountRecord?
  package let rows: [Row]
  /// What stopped the last scan.
  package let problem: Problem?
  /// Who attests, unless somebody types another name.
  package let reviewer: String
  package let spinner: Int
  /// What runs, or ran last since the program was started.
  package let scan: ScanOverview?
  package let dates: DateWords
  /// Whether the state file is to stay as it is.
  package let isReadOnly: Bool
  /// For texts that name keys.
  package let keys: KeyChanges

  package var account: AccountID? { record?.account }

  package func row(_ id: CheckID) -> Row? {
    rows.first { $0.id == id }
  }

  package func rows(in section: Check.Section) -> [Row] {
    rows.filter { $0.check.section == section }
  }

  /// The row's attestations that nobody withdrew, newest first.
  package func attestations(of row: CheckID) -> [Attestation] {
    (record?.log.attestations(of: row) ?? [])
      .sorted { ($0.attestedAt, $0.recordedAt) > ($1.attestedAt, $1.recordedAt) }
  }

  /// What the row's scans counted, newest first.
  package func pastCounts(of row: CheckID) -> [(at: Date, counts: RowSummary.Counts)] {
    (record?.history ?? []).reversed().compactMap { event in
      guard case .scan(_, let counts) = event.kind else { return nil }
      return counts[row].map { (event.at, $0) }
    }
  }

  /// Alerts that appeared and disappeared since the row's scan before; `nil` without one.
  package func change(of row: CheckID) -> Change? {
    let past = pastCounts(of: row).prefix(2).map(\.counts)
    guard past.count == 2, let findings = self.row(row)?.findings else { return nil }
    let appeared = findings.newAlerts
    return Change(appeared: appeared, gone: max(0, past[1].alert + appeared - past[0].alert))
  }

  package struct Change: Hashable, Sendable {
    package let appeared: Int
    package let gone: Int
  }
}

extension FindingRecord {
  /// New to the latest scan of its row: it calls for somebody, and did not before.
  package var isNew: Bool {
    guard let run = runs.last else { return scans == 1 }
    return finding.canBeExcepted && run.lowerBound == run.upperBound
  }
}
