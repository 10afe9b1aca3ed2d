import FoundationEssentials

/// What is kept of one account between runs, the bulky findings apart.
package struct AccountRecord: Hashable, Sendable {
  package let account: AccountID
  package var partition: Partition
  package var rows: [CheckID: RowSummary] = [:]
  /// What people decided.
  package var log = Log()
  /// What the program did, oldest first.
  package var history: [HistoryEvent] = []
  package var lastScan: ScanSummary?
  /// What the account last showed beside each manual row.
  package var evidence: [CheckID: EvidenceRecord] = [:]
  /// What becomes of answers whose facts have moved: somebody's setting, and not kept.
  package var staleness = Staleness.warn

  package init(account: AccountID, partition: Partition) {
    self.account = account
    self.partition = partition
  }

  package func review(of row: CheckID, at now: Date) -> Review {
    Review(of: log.attestations(of: row), at: now)
  }

  /// A row's last outcome without what exceptions in force cover.
  package func summary(of row: CheckID, at now: Date) -> RowSummary? {
    rows[row]?.excepting(log.suppressions.filter { $0.isInForce(at: now) })
  }

  /// All of them, the withdrawn ones too, oldest first.
  package var attestations: [Attestation] { log.attestations }
}

/// What an answer counts for whose facts have moved since.
package enum Staleness: String, CaseIterable, Sendable {
  /// It still passes, and the row says so.
  case warn
  /// The row alerts until somebody judges it again.
  case alert
}

/// One run, in numbers.
package struct ScanSummary: Hashable, Sendable {
  package var startedAt: Date
  package var finishedAt: Date
  package var regions: [Region]
  /// Requests sent, repeated ones included.
  package var calls: Int
  /// ARN of the identity that scanned.
  package var caller: String
  /// Counts the account's scans from 1; given when the scan is recorded, 0 before.
  package var number = 0
  /// What its organization calls the account.
  package var accountName: String?
  /// Whose credentials scanned, where that is one of the known ways.
  package var way: SignInWay?
  /// Regions that the scan says nothing about; kept of the account's last scan alone.
  package var leftOut: [LeftOutRegion] = []

  package init(
    startedAt: Date,
    finishedAt: Date,
    regions: [Region],
    calls: Int,
    caller: String
  ) {
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.regions = regions
    self.calls = calls
    self.caller = caller
  }

  /// The profile whose credentials scanned, where it was one.
  package var profile: String? {
    if case .profile(let name) = way { name } else { nil }
  }
}

/// Something that happened to an account's record.
package struct HistoryEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A scan of these rows ended with these counts.
    case scan(ScanSummary, [CheckID: RowSummary.Counts])
    /// A person decided something.
    case entry(LogEntry)
  }

  package let at: Date
  package let kind: Kind

  package init(at: Date, kind: Kind) {
    self.at = at
    self.kind = kind
  }
}

/// What one scan found, row by row.
package struct ScanResult: Sendable {
  package struct Row: Sendable {
    package let id: CheckID
    package let findings: [Finding]
    package let checkedAt: Date
    /// In seconds.
    package let duration: Double

    package init(id: CheckID, findings: [Finding], checkedAt: Date, duration: Double) {
      self.id = id
      self.findings = findings
      self.checkedAt = checkedAt
      self.duration = duration
    }

    package var summary: RowSummary {
      RowSummary(of: findings, checkedAt: checkedAt, duration: duration)
    }

    /// With what these exceptions cover.
    package func summary(
      of account: AccountID,
      excepting suppressions: [Suppression]
    ) -> RowSummary {
      var summary = summary
      let coverage = Coverage(of: id, by: suppressions)
      summary.excepted = coverage.groups(
        of: findings.lazy.map { finding in
          (finding, { finding.id(row: id, account: account) })
        }
      )
      return summary
    }
  }

  package let account: AccountID
  package let partition: Partition
  package var summary: ScanSummary
  /// Automatic rows that were scanned and whole, in the checklist's order.
  package let rows: [Row]
  /// What was gathered beside the manual rows.
  package let evidence: [CheckID: EvidenceRecord]
  /// What part of those rows was looked at.
  package let extent: Extent

  package init(
    account: AccountID,
    partition: Partition,
    summary: ScanSummary,
    rows: [Row],
    evidence: [CheckID: EvidenceRecord] = [:],
    extent: Extent = .rows
  ) {
    self.account = account
    self.partition = partition
    self.summary = summary
    self.rows = rows
    self.evidence = evidence
    self.extent = extent
  }
}
