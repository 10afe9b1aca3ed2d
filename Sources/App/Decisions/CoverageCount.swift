import Domain
import FoundationEssentials

/// How many findings an exception would cover: a job that may be too long for a key press.
package struct CoverageCount: Equatable, Sendable {
  /// More than this takes longer than a frame to look through.
  private static let countedAtOnce = 2_000
  /// Looks up so often whether anybody still wants to know.
  private static let stride = 1_024

  private let scope: Suppression.Scope
  private let rows: [(id: CheckID, findings: Findings)]

  init(of scope: Suppression.Scope, on board: Board) {
    self.scope = scope
    rows = board.rows.compactMap { row in
      guard scope.rows?.contains(row.id) ?? true else { return nil }
      return row.findings.map { (row.id, $0) }
    }
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.scope == other.scope && one.rows.count == other.rows.count
      && zip(one.rows, other.rows).allSatisfy { $0.id == $1.id && $0.findings === $1.findings }
  }

  /// Whether it must not be done on the thread of the screen.
  var isLong: Bool { rows.reduce(0) { $0 + $1.findings.records.count } > Self.countedAtOnce }

  /// `nil` once somebody does not want it any more.
  package func carriedOut(isStale: () -> Bool = { false }) -> Int? {
    let sample = Suppression(
      id: "",
      scope: scope,
      reason: "",
      person: "",
      recordedAt: .distantPast,
      until: .distantPast
    )
    var count = 0
    for (row, findings) in rows {
      let coverage = Coverage(of: row, by: [sample])
      for (place, record) in findings.records.enumerated() {
        if place % Self.stride == 0, isStale() { return nil }
        if coverage.suppression(of: record.finding, id: record.id) != nil { count += 1 }
      }
    }
    return count
  }
}
