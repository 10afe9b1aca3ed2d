import Checks
import Domain

/// Findings about which the same is to be said, gathered, worst and most first.
struct FindingGroups {
  struct Group {
    let standing: Standing
    let words: String
    let findings: [Finding]
  }

  /// Only what somebody must act on.
  let groups: [Group]
  /// How many findings they hold.
  let count: Int

  init(_ findings: [Finding], in language: Language) {
    var groups: [Key: [Finding]] = [:]
    for finding in findings {
      guard let rank = Rank(finding) else { continue }
      groups[Key(rank: rank, words: finding.sentence[language]), default: []].append(finding)
    }
    self.groups =
      groups.map { key, findings in
        Group(standing: key.rank.standing, words: key.words, findings: findings.inReportOrder)
      }
      .sorted(byKey: { Order($0) })
    count = groups.values.reduce(0) { $0 + $1.count }
  }

  private struct Key: Hashable {
    let rank: Rank
    let words: String
  }

  private enum Rank: Int, Hashable {
    case alert
    case unknown

    init?(_ finding: Finding) {
      switch finding.status {
      case .alert: self = .alert
      case .unknown: self = .unknown
      case .pass, .notApplicable: return nil
      }
    }

    var standing: Standing { self == .alert ? .alert : .unknown }
  }

  private struct Order: Comparable {
    let urgency: Int
    let count: Int
    let words: String

    init(_ group: Group) {
      urgency = group.standing.urgency
      count = group.findings.count
      words = group.words
    }

    static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.urgency, -lhs.count, lhs.words) < (rhs.urgency, -rhs.count, rhs.words)
    }
  }
}

extension Finding {
  /// What there is to say about it, with its values; for an unknown one also what to do.
  var sentence: Text {
    GapWords.sentence(for: self)
      ?? Text(
        en: reason.text(in: .english, values: values),
        ja: reason.text(in: .japanese, values: values)
      )
  }
}
