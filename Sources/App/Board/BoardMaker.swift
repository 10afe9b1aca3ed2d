import Checks
import Domain
import FoundationEssentials
import StateStore
import TerminalUI

/// Joins what is on record with what is going on.
struct BoardMaker {
  let setup: Session.Setup
  let now: Date
  var jobs: [Job] = []
  var unsaved: [Job] = []
  var findings: [AccountID: [CheckID: Findings]] = [:]
  var problem: Problem?
  var spinner = 0
  var scan: ScanOverview?
  /// What is accepted of the account's findings.
  var exceptions = ExceptionsInForce()

  init(setup: Session.Setup, now: Date) {
    self.setup = setup
    self.now = now
  }

  mutating func board() -> Board {
    let record = record
    exceptions.take(record?.log, at: now)
    let rows = Catalog.checks.map { row($0, record) }
    return Board(
      now: now,
      label: setup.label,
      record: record,
      rows: rows,
      problem: problem,
      reviewer: setup.reviewer(of: record),
      spinner: spinner,
      scan: scan,
      dates: DateWords(now: now, zone: setup.zone),
      isReadOnly: setup.isReadOnly,
      keys: setup.configuration.keys
    )
  }

  /// The account that is being scanned, else the one of the last time.
  private var record: AccountRecord? {
    if let job = jobs.last(where: { $0.account != nil }), let account = job.account,
      let partition = job.partition
    {
      return setup.state.accounts[account] ?? AccountRecord(account: account, partition: partition)
    }
    return setup.state.currentAccount.flatMap { setup.state.accounts[$0] }
  }

  private mutating func row(_ check: Check, _ record: AccountRecord?) -> Board.Row {
    let judged = judged(check.id, in: record?.account)
    let summary = (judged?.summary ?? record?.rows[check.id])?
      .excepting(exceptions.suppressions)
    let judgement = Judgement(
      of: check.id,
      in: record,
      evidence: gathered(check.id, in: record?.account),
      at: now
    )
    return Board.Row(
      check: check,
      standing: check.isManual ? judgement.standing : Standing(of: summary),
      activity: activity(of: check.id),
      summary: summary,
      judgement: judgement,
      findings: judged?.findings ?? saved(check.id, in: record?.account),
      exceptions: exceptions.exceptions(of: check.id),
      isAgain: jobs.contains { $0.isAgain && $0.isActive(check.id) }
    )
  }

  private func activity(of row: CheckID) -> Board.Activity? {
    for job in jobs {
      switch job.phases[row] {
      case .queued: return .queued
      case .running(let since, let progress): return .running(since: since, progress)
      case .judged, .gathered, nil: continue
      }
    }
    return nil
  }

  private func saved(_ row: CheckID, in account: AccountID?) -> Findings? {
    account.flatMap { findings[$0] }?[row]
  }

  /// Facts that are not in the file yet.
  private func gathered(_ row: CheckID, in account: AccountID?) -> EvidenceRecord? {
    for job in (unsaved + jobs).reversed() where account != nil && job.account == account {
      if case .gathered(let evidence) = job.phases[row] { return evidence }
    }
    return nil
  }

  /// A result that is whole, but not in the file yet; the latest one.
  private func judged(
    _ row: CheckID,
    in account: AccountID?
  ) -> (summary: RowSummary, findings: Findings)? {
    for job in (unsaved + jobs).reversed() where account != nil && job.account == account {
      if case .judged(let summary, let findings) = job.phases[row] { return (summary, findings) }
    }
    return nil
  }
}
