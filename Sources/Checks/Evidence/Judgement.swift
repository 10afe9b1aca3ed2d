import Domain
import FoundationEssentials

/// How a manual row stands: what a person said, and what the account shows since.
package struct Judgement: Sendable {
  package let review: Review
  /// The latest facts; `nil` before they are gathered.
  package let evidence: EvidenceRecord?
  /// What moved since the answer; `nil` when there is nothing to compare.
  package let difference: MaterialDifference?
  private let staleness: Staleness

  /// Facts that are not on record yet go before those that are.
  package init(
    of row: CheckID,
    in record: AccountRecord?,
    evidence: EvidenceRecord? = nil,
    at now: Date
  ) {
    review = record?.review(of: row, at: now) ?? .neverReviewed
    staleness = record?.staleness ?? .warn
    let evidence = evidence ?? record?.evidence[row]
    self.evidence = evidence
    difference = review.attestation?.facts.flatMap { then in
      evidence.map { MaterialDifference(of: row, then: then, now: $0.evidence.material) }
    }
  }

  /// Whether facts that moved put an answer in question that still counts.
  package var isStale: Bool {
    switch review {
    case .valid, .dueSoon, .notApplicable: difference?.isStale ?? false
    case .neverReviewed, .expired, .notCompliant: false
    }
  }

  /// Why the row alerts, whatever anybody said.
  package var alerts: [Text] {
    let atOnce = evidence?.evidence.alertsAtOnce ?? []
    return staleness == .alert && isStale ? atOnce + [Self.moved] : atOnce
  }

  private static let moved = Text(
    en: "the facts have moved since the evaluation, which your configuration makes an alert",
    ja: "評価後に証跡が変化しました (設定によりアラートとして扱います)"
  )

  package var standing: Standing {
    if !alerts.isEmpty { .alert } else { isStale ? .changed : Standing(of: review) }
  }

  /// The status word of reports: the review's, unless the facts alone make the row alert.
  package var word: String { alerts.isEmpty ? review.word : Finding.Status.alert.rawValue }
}
