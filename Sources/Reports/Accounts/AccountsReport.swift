import Checks
import Domain
import FoundationEssentials

/// What a scan of many accounts came to.
package struct AccountsReport: Sendable {
  /// Worst first.
  package let outcomes: [AccountOutcome]
  package let skipped: [SkippedAccount]
  /// The rows that were scanned or judged, in their order.
  package let checks: [Check]
  let seconds: Double

  package init(
    _ outcomes: [AccountOutcome],
    skipped: [SkippedAccount],
    on checks: [Check],
    seconds: Double
  ) {
    self.outcomes = outcomes.sorted { $0.rank < $1.rank }
    self.skipped = skipped
    self.checks = checks
    self.seconds = seconds
  }

  var failures: [AccountOutcome] { outcomes.filter { $0.problem != nil } }

  /// As for one account.
  ///
  /// One that could not be scanned counts as unknown; where none could, the program has failed.
  package var exitCode: Int32 {
    if failures.count == outcomes.count { return 70 }
    let verdicts = outcomes.map(\.verdict)
    if verdicts.contains(.alert) { return Verdict.alert.exitCode }
    return verdicts.contains(.undecided) ? Verdict.undecided.exitCode : Verdict.fine.exitCode
  }
}

/// What one of many accounts came to, without its findings: those are in the state file.
package struct AccountOutcome: Sendable {
  package let account: AccountID
  package let name: String?
  /// Empty for an account that could not be scanned.
  let standings: [CheckID: Standing]
  let counts: [CheckID: RowSummary.Counts]
  let calls: Int
  let leftOut: [LeftOutRegion]
  /// Why it could not be scanned.
  let problem: Text?
  let hint: Text?

  package init(_ report: ScanReport, name: String?) {
    account = report.result.account
    self.name = name
    standings = Dictionary(
      uniqueKeysWithValues: report.checks.map { ($0.id, report.standing(of: $0)) }
    )
    counts = Dictionary(
      uniqueKeysWithValues: report.checks.compactMap { check in
        report.summary(of: check).map { (check.id, $0.counts) }
      }
    )
    calls = report.result.summary.calls
    leftOut = report.result.summary.leftOut
    (problem, hint) = (nil, nil)
  }

  package init(_ account: AccountID, name: String?, problem: Text, hint: Text) {
    self.account = account
    self.name = name
    (standings, counts, calls, leftOut) = ([:], [:], 0, [])
    self.problem = problem
    self.hint = hint
  }

  var verdict: Verdict { problem == nil ? Verdict(of: standings.values) : .undecided }

  func count(where isCounted: (Standing) -> Bool) -> Int {
    standings.values.count(where: isCounted)
  }

  /// Rows that alert, then an account that could not be looked at, then rows that need action.
  fileprivate var rank: Rank {
    Rank(
      alerts: -count { $0 == .alert || $0 == .notCompliant },
      isFailed: problem == nil ? 1 : 0,
      toDo: -count(where: \.needsAction),
      account: account
    )
  }

  fileprivate struct Rank: Comparable {
    let alerts: Int
    let isFailed: Int
    let toDo: Int
    let account: AccountID

    static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.alerts, lhs.isFailed, lhs.toDo, lhs.account)
        < (rhs.alerts, rhs.isFailed, rhs.toDo, rhs.account)
    }
  }
}

/// An account of the organization that nothing can be asked of.
package struct SkippedAccount: Hashable, Sendable {
  package let account: AccountID
  package let name: String?
  /// In AWS's word, such as `SUSPENDED`.
  package let state: String

  package init(account: AccountID, name: String?, state: String) {
    self.account = account
    self.name = name
    self.state = state
  }
}
