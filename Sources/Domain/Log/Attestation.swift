import FoundationEssentials

/// A named person's dated answer to a manual row, which lapses after 180 days.
package struct Attestation: Hashable, Sendable, Identifiable {
  package enum Outcome: String, CaseIterable, Sendable {
    case compliant
    case notCompliant = "not-compliant"
    case notApplicable = "not-applicable"
  }

  /// 180 days as seconds: instants are compared, not calendar days, so that no clock change of a
  /// time zone moves the end.
  package static let validity: TimeInterval = 180 * 86_400
  /// How long before the end the row says that it is due soon.
  package static let noticePeriod: TimeInterval = 14 * 86_400
  /// How far ahead of this machine's clock a reviewer's date may lie.
  package static let tolerance: TimeInterval = 300

  package let id: String
  package let row: CheckID
  package let outcome: Outcome
  package let note: String
  package let reviewer: String
  /// Where more evidence lies.
  package let link: String?
  /// When the reviewer judged; validity counts from here.
  package let attestedAt: Date
  /// When it was written down.
  package let recordedAt: Date
  /// What the account showed the reviewer; `nil` when nothing had been gathered.
  package let facts: MaterialFacts?

  package init(
    id: String,
    row: CheckID,
    outcome: Outcome,
    note: String,
    reviewer: String,
    link: String? = nil,
    attestedAt: Date,
    recordedAt: Date,
    facts: MaterialFacts? = nil
  ) {
    self.id = id
    self.row = row
    self.outcome = outcome
    self.note = note
    self.reviewer = reviewer
    self.link = link
    self.attestedAt = attestedAt
    self.recordedAt = recordedAt
    self.facts = facts
  }

  package var expiresAt: Date { attestedAt.addingTimeInterval(Self.validity) }
}

/// What a manual row amounts to at one instant.
package enum Review: Hashable, Sendable {
  case neverReviewed
  case valid(Attestation)
  /// Valid, with 14 days or less left.
  case dueSoon(Attestation)
  case expired(Attestation)
  /// A person looked and says no.
  case notCompliant(Attestation)
  case notApplicable(Attestation)

  /// Judges the newest attestation that counts.
  ///
  /// One without a reviewer, or dated ahead of the clock by more than five minutes, does not. Of
  /// two from the same second the later one in the list does.
  package init(of attestations: some Sequence<Attestation>, at now: Date) {
    let latest =
      attestations
      .filter { !$0.reviewer.isBlank }
      .filter { $0.attestedAt <= now.addingTimeInterval(Attestation.tolerance) }
      .reversed()
      .max { ($0.attestedAt, $0.recordedAt) < ($1.attestedAt, $1.recordedAt) }
    self = latest.map { Self(of: $0, at: now) } ?? .neverReviewed
  }

  private init(of attestation: Attestation, at now: Date) {
    let left = attestation.expiresAt.timeIntervalSince(now)
    self =
      if left <= 0 {
        .expired(attestation)
      } else {
        switch attestation.outcome {
        case .notCompliant: .notCompliant(attestation)
        case .notApplicable: .notApplicable(attestation)
        case .compliant:
          left <= Attestation.noticePeriod ? .dueSoon(attestation) : .valid(attestation)
        }
      }
  }

  package var attestation: Attestation? {
    switch self {
    case .neverReviewed: nil
    case .valid(let it), .dueSoon(let it), .expired(let it), .notCompliant(let it),
      .notApplicable(let it):
      it
    }
  }

  /// The status word of reports: one word a case, for ever.
  package var word: String {
    switch self {
    case .neverReviewed: "neverReviewed"
    case .valid: "valid"
    case .dueSoon: "dueSoon"
    case .expired: "expired"
    case .notCompliant: "notCompliant"
    case .notApplicable: "notApplicable"
    }
  }
}
