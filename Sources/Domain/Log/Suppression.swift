import FoundationEssentials

/// A person's dated decision to accept findings.
///
/// They keep their status and are counted apart until it ends; then they count again. On screen it
/// is called an exception.
package struct Suppression: Hashable, Sendable, Identifiable {
  /// How far ahead its end may lie, from when it is recorded or renewed: 180 days as seconds.
  package static let limit: TimeInterval = 180 * 86_400
  /// How long before the end it is due.
  package static let noticePeriod: TimeInterval = 14 * 86_400

  package let id: String
  package let scope: Scope
  package let reason: String
  package let person: String
  package let recordedAt: Date
  /// As first said; `expiresAt` knows the renewals.
  package let until: Date
  /// What the log says later, oldest first; none in the log's own entry.
  package fileprivate(set) var renewals: [Renewal] = []
  package fileprivate(set) var ending: Ending?

  package init(
    id: String,
    scope: Scope,
    reason: String,
    person: String,
    recordedAt: Date,
    until: Date
  ) {
    self.id = id
    self.scope = scope
    self.reason = reason
    self.person = person
    self.recordedAt = recordedAt
    self.until = until
  }

  /// A moment of the last day it holds, for words that name the day.
  package var lastMoment: Date { expiresAt.addingTimeInterval(-1) }

  /// Never further ahead than the limit, whatever a file says.
  package var expiresAt: Date {
    let last = renewals.last.map { ($0.recordedAt, $0.until) } ?? (recordedAt, until)
    return min(last.1, last.0.addingTimeInterval(Self.limit))
  }

  package func state(at now: Date) -> State {
    if ending != nil { return .ended }
    if recordedAt > now.addingTimeInterval(Attestation.tolerance) { return .notYet }
    let left = expiresAt.timeIntervalSince(now)
    if left <= 0 { return .expired }
    return left <= Self.noticePeriod ? .dueSoon : .inForce
  }

  /// While true, what it covers does not count.
  package func isInForce(at now: Date) -> Bool {
    switch state(at: now) {
    case .inForce, .dueSoon: true
    case .notYet, .expired, .ended: false
    }
  }

  package enum State: String, CaseIterable, Sendable {
    case inForce
    /// In force, with 14 days or less left.
    case dueSoon
    case expired
    /// A person ended it.
    case ended
    /// Recorded in what this machine's clock holds for the future.
    case notYet
  }
}

extension Suppression {
  /// Gives it another end.
  package struct Renewal: Hashable, Sendable, Identifiable {
    package let id: String
    package let suppression: Suppression.ID
    package let until: Date
    /// May be empty.
    package let reason: String
    package let person: String
    package let recordedAt: Date

    package init(
      id: String,
      of suppression: Suppression.ID,
      until: Date,
      by person: String,
      reason: String = "",
      recordedAt: Date
    ) {
      self.id = id
      self.suppression = suppression
      self.until = until
      self.reason = reason
      self.person = person
      self.recordedAt = recordedAt
    }
  }

  /// Ends it before its time, for good.
  package struct Ending: Hashable, Sendable, Identifiable {
    package let id: String
    package let suppression: Suppression.ID
    /// May be empty.
    package let reason: String
    package let person: String
    package let recordedAt: Date

    package init(
      id: String,
      of suppression: Suppression.ID,
      by person: String,
      reason: String = "",
      recordedAt: Date
    ) {
      self.id = id
      self.suppression = suppression
      self.reason = reason
      self.person = person
      self.recordedAt = recordedAt
    }
  }

  mutating func take(_ renewal: Renewal) {
    renewals.append(renewal)
  }

  /// The first ending counts.
  mutating func take(_ ending: Ending) {
    self.ending = self.ending ?? ending
  }
}
