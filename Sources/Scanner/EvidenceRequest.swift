import Checks
import Domain

/// Asks a scan for the evidence of the manual rows among its checks.
package struct EvidenceRequest: Equatable, Sendable {
  /// Rows of which a person agreed to pay for the part that costs money.
  package let paidRows: Set<CheckID>

  package init(paidRows: Set<CheckID> = []) {
    self.paidRows = paidRows
  }

  func needs(of row: CheckID) -> Set<Need> {
    Evidence.needs(of: row, isPaid: paidRows.contains(row))
  }
}
