import Domain
import FoundationEssentials

/// What exceptions in force cover in one row.
///
/// An object that never changes, and is another one only when other exceptions are in force: what
/// is shown by it is worked out again no more often than that.
package final class RowExceptions: Sendable {
  private let coverage: Coverage

  init(_ coverage: Coverage) {
    self.coverage = coverage
  }

  static let none = RowExceptions(Coverage(of: "ASC 01", by: []))

  package var isEmpty: Bool { coverage.isEmpty }

  /// The one that covers the finding longest.
  package func suppression(of record: FindingRecord) -> Suppression? {
    coverage.isEmpty ? nil : coverage.suppression(of: record.finding, id: record.id)
  }

  package func covers(_ record: FindingRecord) -> Bool { suppression(of: record) != nil }
}

/// The exceptions in force, row by row, kept from one moment to the next.
struct ExceptionsInForce: Sendable {
  private(set) var suppressions: [Suppression] = []
  private var rows: [CheckID: RowExceptions] = [:]

  /// Looks which are in force now.
  mutating func take(_ log: Log?, at now: Date) {
    let suppressions = log?.suppressions.filter { $0.isInForce(at: now) } ?? []
    guard suppressions != self.suppressions else { return }
    self = Self()
    self.suppressions = suppressions
  }

  mutating func exceptions(of row: CheckID) -> RowExceptions {
    guard !suppressions.isEmpty else { return .none }
    if let known = rows[row] { return known }
    let exceptions = RowExceptions(Coverage(of: row, by: suppressions))
    rows[row] = exceptions
    return exceptions
  }
}
