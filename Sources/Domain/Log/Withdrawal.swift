import FoundationEssentials

/// Takes an attestation back: both stay in the log, and the attestation counts no more.
package struct Withdrawal: Hashable, Sendable, Identifiable {
  package let id: String
  /// What it takes back.
  package let attestation: Attestation.ID
  package let person: String
  /// May be empty.
  package let reason: String
  package let recordedAt: Date

  package init(
    id: String,
    of attestation: Attestation.ID,
    by person: String,
    reason: String = "",
    recordedAt: Date
  ) {
    self.id = id
    self.attestation = attestation
    self.person = person
    self.reason = reason
    self.recordedAt = recordedAt
  }
}
