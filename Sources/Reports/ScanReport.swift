import Checks
import Domain
import FoundationEssentials

/// What a scan has to say about some rows; how it is written is for others.
package struct ScanReport: Sendable {
  package let result: ScanResult
  /// The rows that are reported on, in their order.
  package let checks: [Check]
  /// The account as it is kept, for the manual rows.
  package let record: AccountRecord?
  package let now: Date
  private let suppressions: [Suppression]
  private let summaries: [CheckID: RowSummary]

  package init(_ result: ScanResult, on checks: [Check], record: AccountRecord?, now: Date) {
    self.result = result
    self.checks = checks
    self.record = record
    self.now = now
    let inForce = record?.log.suppressions.filter { $0.isInForce(at: now) } ?? []
    suppressions = inForce
    summaries = Dictionary(
      result.rows.map { row in
        (row.id, row.summary(of: result.account, excepting: inForce).excepting(inForce))
      }
    ) { _, last in last }
  }

  /// What is excepted in the row.
  func coverage(of check: Check) -> Coverage {
    Coverage(of: check.id, by: suppressions)
  }

  /// Without what is excepted.
  ///
  /// `nil` for a manual row, and where the scan ended before the row was whole.
  func summary(of check: Check) -> RowSummary? {
    summaries[check.id]
  }

  func findings(of check: Check) -> [Finding] {
    result.rows.last { $0.id == check.id }?.findings ?? []
  }

  func judgement(of check: Check) -> Judgement {
    Judgement(of: check.id, in: record, evidence: result.evidence[check.id], at: now)
  }

  package func standing(of check: Check) -> Standing {
    check.isManual ? judgement(of: check).standing : Standing(of: summary(of: check))
  }

  package var verdict: Verdict { Verdict(of: checks.map(standing)) }
}

/// What is kept of an account, row by row.
package struct ListReport: Sendable {
  package let checks: [Check]
  /// `nil` before the first scan.
  package let record: AccountRecord?
  package let now: Date

  package init(_ checks: [Check], record: AccountRecord?, now: Date) {
    self.checks = checks
    self.record = record
    self.now = now
  }

  package func standing(of check: Check) -> Standing {
    Standing(of: check, in: record, at: now)
  }

  package var verdict: Verdict { Verdict(of: checks.map(standing)) }
}

/// What is kept of one row.
package struct RowReport: Sendable {
  package let check: Check
  package let record: AccountRecord?
  package let findings: [FindingRecord]
  package let now: Date

  package init(
    _ check: Check,
    record: AccountRecord?,
    findings: [FindingRecord],
    now: Date
  ) {
    self.check = check
    self.record = record
    self.findings = findings
    self.now = now
  }

  package var standing: Standing { Standing(of: check, in: record, at: now) }
  package var verdict: Verdict { Verdict(of: [standing]) }

  var summary: RowSummary? { record?.summary(of: check.id, at: now) }
  /// What is excepted in the row.
  var coverage: Coverage {
    record?.log.coverage(of: check.id, at: now) ?? Coverage(of: check.id, by: [])
  }
  var judgement: Judgement { Judgement(of: check.id, in: record, at: now) }
  var review: Review { judgement.review }
  /// Oldest first.
  var attestations: [Attestation] {
    record?.attestations.filter { $0.row == check.id } ?? []
  }
}
