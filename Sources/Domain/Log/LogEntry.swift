import FoundationEssentials

/// One act of a person, as the account's log keeps it for ever.
package enum LogEntry: Hashable, Sendable, Identifiable {
  case attestation(Attestation)
  case withdrawal(Withdrawal)

  package var id: String {
    switch self {
    case .attestation(let it): it.id
    case .withdrawal(let it): it.id
    }
  }

  /// Who did it.
  package var person: String {
    switch self {
    case .attestation(let it): it.reviewer
    case .withdrawal(let it): it.person
    }
  }

  /// When it was written down, by the writer's clock.
  package var recordedAt: Date {
    switch self {
    case .attestation(let it): it.recordedAt
    case .withdrawal(let it): it.recordedAt
    }
  }
}
