import FoundationEssentials

/// One act of a person, as the account's log keeps it for ever.
package enum LogEntry: Hashable, Sendable, Identifiable {
  case attestation(Attestation)
  case withdrawal(Withdrawal)
  case exception(Suppression)
  case renewal(Suppression.Renewal)
  case ending(Suppression.Ending)

  package var id: String {
    switch self {
    case .attestation(let it): it.id
    case .withdrawal(let it): it.id
    case .exception(let it): it.id
    case .renewal(let it): it.id
    case .ending(let it): it.id
    }
  }

  /// Who did it.
  package var person: String {
    switch self {
    case .attestation(let it): it.reviewer
    case .withdrawal(let it): it.person
    case .exception(let it): it.person
    case .renewal(let it): it.person
    case .ending(let it): it.person
    }
  }

  /// When it was written down, by the writer's clock.
  package var recordedAt: Date {
    switch self {
    case .attestation(let it): it.recordedAt
    case .withdrawal(let it): it.recordedAt
    case .exception(let it): it.recordedAt
    case .renewal(let it): it.recordedAt
    case .ending(let it): it.recordedAt
    }
  }
}
