import FoundationEssentials

/// The outcome of one row's last check, small enough to keep for every row.
package struct RowSummary: Hashable, Sendable {
  /// How many units have each status.
  package struct Counts: Hashable, Sendable {
    package var pass = 0
    package var alert = 0
    package var unknown = 0
    package var notApplicable = 0
    /// Passes that carry a warning; part of `pass`.
    package var warning = 0
    /// Units that an exception in force covers; in none of the others.
    package var suppressed = 0

    package init() {}

    package init(of findings: some Sequence<Finding>) {
      for finding in findings { count(finding) }
    }

    package mutating func count(_ finding: Finding) {
      switch finding.status {
      case .pass: pass += 1
      case .alert: alert += 1
      case .unknown: unknown += 1
      case .notApplicable: notApplicable += 1
      }
      if finding.isWarning { warning += 1 }
    }

    /// Moves units that are excepted out of all other counts.
    mutating func except(_ units: Self) {
      pass = max(0, pass - units.pass)
      alert = max(0, alert - units.alert)
      unknown = max(0, unknown - units.unknown)
      warning = max(0, warning - units.warning)
      suppressed += units.total
    }

    package var total: Int { pass + alert + unknown + notApplicable + suppressed }

    /// The row's status: the first of alert, unknown, pass that applies.
    package var status: Finding.Status {
      if alert > 0 { .alert } else if unknown > 0 { .unknown } else { .pass }
    }
  }

  package var counts: Counts
  package var checkedAt: Date
  /// In seconds.
  package var duration: Double
  /// The commonest cause among the unknown units, for the narrow column.
  package var cause: Gap.Cause?
  /// Which of the counted units exceptions cover, be they in force or not.
  package var excepted: [Excepted] = []

  package var status: Finding.Status { counts.status }
  /// True when the account holds nothing the row could judge.
  package var isEmpty: Bool { counts.total == counts.notApplicable }

  package init(counts: Counts, checkedAt: Date, duration: Double, cause: Gap.Cause? = nil) {
    self.counts = counts
    self.checkedAt = checkedAt
    self.duration = duration
    self.cause = cause
  }

  package init(of findings: [Finding], checkedAt: Date, duration: Double) {
    let causes = findings.lazy.filter { $0.status == .unknown }
      .compactMap { $0.values["cause"].flatMap(Gap.Cause.init) }
    let tally = Dictionary(causes.map { ($0, 1) }, uniquingKeysWith: +)
    self.init(
      counts: Counts(of: findings),
      checkedAt: checkedAt,
      duration: duration,
      cause: tally.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    )
  }
}
