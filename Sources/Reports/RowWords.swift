import Checks
import Domain
import FoundationEssentials

/// The short words about a row that lists and reports share.
enum RowWords {
  static func kind(_ check: Check) -> Text {
    check.isManual ? Text(en: "manual", ja: "手動") : Text(en: "auto", ja: "自動")
  }

  /// How many alert, or how many a pass is weakened by; a dash where that is not known.
  static func count(_ summary: RowSummary?) -> String {
    switch summary?.status {
    case .alert: (summary?.counts.alert ?? 0).grouped
    case .pass, .notApplicable: (summary?.counts.warning ?? 0).grouped
    case .unknown, nil: "-"
    }
  }

  /// When the row ran, or why it could not be judged.
  static func when(_ summary: RowSummary?, _ typography: Typography) -> Text {
    guard let summary else { return Text(en: "never run", ja: "未実行") }
    if summary.status == .unknown, let cause = summary.cause { return cause.short }
    return typography.age(summary.checkedAt)
  }

  /// How long a person's answer holds.
  static func when(_ review: Review, at now: Date) -> Text {
    switch review {
    case .neverReviewed, .expired: Standing(of: review).words
    case .valid(let it), .dueSoon(let it), .notCompliant(let it), .notApplicable(let it):
      Text(en: "\(it.daysLeft(at: now))d left", ja: "残\(it.daysLeft(at: now))日")
    }
  }

  /// Such as `alert 2, could not evaluate 1, ok 3`.
  static func counts(_ counts: RowSummary.Counts) -> Text {
    let standings: [(Standing, Int)] = [
      (.alert, counts.alert), (.unknown, counts.unknown), (.warning, counts.warning),
      (.ok, counts.pass - counts.warning), (.attestedNotApplicable, counts.notApplicable),
    ]
    let excepted = (Text(en: "excepted", ja: "例外"), counts.suppressed)
    return list(standings.map { ($0.words, $1) } + [excepted])
  }

  /// What somebody must do, such as `To do 6: alert 3, expired 1, ...`.
  static func summary(of standings: [Standing]) -> Text {
    let due = standings.filter(\.needsAction)
    guard !due.isEmpty else {
      return Text(en: "Nothing needs attention.", ja: "要対応の項目はありません。")
    }
    let order: [Standing] = [.alert, .notCompliant, .expired, .neverReviewed, .unknown]
    let list = list(order.map { standing in (standing.words, due.count { $0 == standing }) })
    return Text(en: "To do \(due.count): \(list.en)", ja: "要対応 \(due.count): \(list.ja)")
  }

  /// Nothing of what there is none.
  private static func list(_ parts: [(words: Text, count: Int)]) -> Text {
    let parts = parts.filter { $0.count > 0 }
    return Text(
      en: parts.map { "\($0.words.en) \($0.count.grouped)" }.joined(separator: ", "),
      ja: parts.map { "\($0.words.ja) \($0.count.grouped)" }.joined(separator: "  ")
    )
  }
}

extension TextReport {
  /// The last lines of a report on many rows: what there is to do, and with which commands.
  mutating func closing(_ standings: [Standing]) {
    line()
    line(words(RowWords.summary(of: standings)))
    let neverRun = standings.count { $0 == .neverRun }
    if neverRun > 0 {
      let text = Text(
        en: "\(neverRun) not run yet: ascheck scan",
        ja: "未実行 \(neverRun)件: ascheck scan で実行できます"
      )
      line(words(text))
    }
    if standings.contains(where: { [.neverReviewed, .expired].contains($0) }) {
      let text = Text(
        en: "To record an evaluation: ascheck attest ID --outcome compliant --note TEXT",
        ja: "評価の記録: ascheck attest ID --outcome compliant --note 所見"
      )
      line(words(text))
    }
  }

  /// Tag, number and short title: the beginning of every line about a row.
  func beginning(_ check: Check, _ standing: Standing) -> String {
    "\(tag(standing)) \(filled(check.id.number, 6))\(filled(words(check.shortTitle), 34))"
  }
}
