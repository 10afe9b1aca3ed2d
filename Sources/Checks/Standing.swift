import Domain
import FoundationEssentials

/// What one row amounts to at one instant, as every list and report shows it.
package enum Standing: String, CaseIterable, Hashable, Sendable {
  /// Automatic, and not scanned yet.
  case neverRun
  case ok
  /// Met, and something weakens it.
  case warning
  case alert
  case unknown
  case nothingToCheck
  /// Manual, and nobody has judged it yet.
  case neverReviewed
  case reviewed
  case dueSoon
  /// Reviewed, and what the reviewer saw has moved since.
  case changed
  case expired
  case notCompliant
  case attestedNotApplicable

  package init(of check: Check, in record: AccountRecord?, at now: Date) {
    if check.isManual {
      self = Judgement(of: check.id, in: record, at: now).standing
    } else {
      self.init(of: record?.summary(of: check.id, at: now))
    }
  }

  package init(of summary: RowSummary?) {
    guard let summary else {
      self = .neverRun
      return
    }
    self =
      switch summary.status {
      case .alert: .alert
      case .unknown: .unknown
      case .pass, .notApplicable:
        if summary.isEmpty { .nothingToCheck } else { summary.counts.warning > 0 ? .warning : .ok }
      }
  }

  package init(of review: Review) {
    self =
      switch review {
      case .neverReviewed: .neverReviewed
      case .valid: .reviewed
      case .dueSoon: .dueSoon
      case .expired: .expired
      case .notCompliant: .notCompliant
      case .notApplicable: .attestedNotApplicable
      }
  }

  /// Four cells of ASCII, which survive every font, locale and copy.
  ///
  /// A `!` inside means that somebody must act.
  package var tag: String {
    switch self {
    case .ok, .reviewed: "[OK]"
    case .warning: "[~W]"
    case .alert, .notCompliant: "[!!]"
    case .unknown: "[!?]"
    case .nothingToCheck, .attestedNotApplicable: "[--]"
    case .neverRun: "[  ]"
    case .neverReviewed: "[!M]"
    case .dueSoon: "[~M]"
    case .changed: "[~C]"
    case .expired: "[!E]"
    }
  }

  package var needsAction: Bool {
    switch self {
    case .alert, .notCompliant, .unknown, .neverReviewed, .expired: true
    case .neverRun, .ok, .warning, .nothingToCheck, .reviewed, .dueSoon, .changed,
      .attestedNotApplicable:
      false
    }
  }

  /// Sorts rows by what to look at first: the smallest number.
  ///
  /// Leaves room for what runs and what waits, which are no standings: 60 and 70.
  package var urgency: Int {
    switch self {
    case .alert, .notCompliant: 0
    case .expired: 10
    case .neverReviewed: 20
    case .unknown: 30
    case .changed: 35
    case .dueSoon: 40
    case .warning: 50
    case .neverRun: 80
    case .ok, .reviewed: 90
    case .nothingToCheck, .attestedNotApplicable: 100
    }
  }

  package var words: Text {
    switch self {
    case .neverRun: Text(en: "never run", ja: "未実行")
    case .ok: Text(en: "ok", ja: "適合")
    case .warning: Text(en: "warning", ja: "注意")
    case .alert: Text(en: "alert", ja: "アラート")
    case .unknown: Text(en: "could not evaluate", ja: "判定不能")
    case .nothingToCheck: Text(en: "nothing to check", ja: "対象なし")
    case .neverReviewed: Text(en: "never reviewed", ja: "未評価")
    case .reviewed: Text(en: "reviewed", ja: "評価済")
    case .dueSoon: Text(en: "due soon", ja: "まもなく期限")
    case .changed: Text(en: "evidence changed", ja: "証跡変化")
    case .expired: Text(en: "expired", ja: "期限切れ")
    case .notCompliant: Text(en: "not compliant", ja: "不適合")
    case .attestedNotApplicable: Text(en: "not applicable", ja: "対象外")
    }
  }
}

extension Attestation {
  /// Whole days until it lapses, begun ones included: one second left is a day, and none is zero.
  package func daysLeft(at now: Date) -> Int {
    max(0, Int((expiresAt.timeIntervalSince(now) / 86_400).rounded(.up)))
  }
}
