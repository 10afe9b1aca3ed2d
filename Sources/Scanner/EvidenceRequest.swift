import Checks
import Domain

/// Asks a scan for the evidence of the manual rows among its checks.
package struct EvidenceRequest: Sendable {
  /// Rows of which a person agreed to pay for the part that costs money.
  package let paidRows: Set<CheckID>
  /// Told of each row as soon as its facts are there.
  package let onEvidence: @Sendable (CheckID, Evidence) -> Void

  package init(
    paidRows: Set<CheckID> = [],
    onEvidence: @escaping @Sendable (CheckID, Evidence) -> Void
  ) {
    self.paidRows = paidRows
    self.onEvidence = onEvidence
  }

  func needs(of row: CheckID) -> Set<Need> {
    Evidence.needs(of: row, isPaid: paidRows.contains(row))
  }
}
