import AWSOperations
import Domain

/// What a running scan tells while it works.
package enum ScanEvent: Sendable {
  case identified(CallerIdentity)
  case regions([Region])
  /// The row's first call is on its way.
  case started(CheckID)
  case progress(CheckID, Progress)
  /// The row is judged, whole.
  case judged(ScanResult.Row)
  /// What a reviewer of the manual row must see is there.
  case gathered(CheckID, EvidenceRecord)
  /// AWS asks to slow down; how many times so far.
  case throttled(Int)
  /// How many calls were made so far; told along with a row's progress, not at every call.
  case calls(Int)

  /// Whose account is scanned, for modules that know no AWS calls.
  package var owner: (account: AccountID, partition: Partition)? {
    guard case .identified(let identity) = self else { return nil }
    return (identity.account, identity.partition)
  }
}

/// How far a row's slowest collector is.
package struct Progress: Hashable, Sendable {
  package enum Unit: String, Sendable {
    case regions
    case buckets
    case trails
    case pages
  }

  package var unit: Unit
  package var done: Int
  package var total: Int
  /// How many of the units that were looked at alert, as far as each of them tells alone.
  package var alerts: Int

  package init(unit: Unit, done: Int, total: Int, alerts: Int = 0) {
    self.unit = unit
    self.done = done
    self.total = total
    self.alerts = alerts
  }
}
