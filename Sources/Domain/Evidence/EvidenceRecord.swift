import FoundationEssentials

/// A manual row's evidence with the time it was gathered, as it is kept between scans.
package struct EvidenceRecord: Hashable, Sendable {
  /// How many rows of a table are kept; the rest is only counted.
  package static let rowsKept = 200

  package let evidence: Evidence
  package let gatheredAt: Date

  /// Keeps the beginnings of tables, where flagged rows are; material facts stay whole.
  package init(_ evidence: Evidence, gatheredAt: Date) {
    var kept = evidence
    kept.tables = evidence.tables.map { $0.shortened(to: Self.rowsKept) }
    self.evidence = kept
    self.gatheredAt = gatheredAt
  }
}
