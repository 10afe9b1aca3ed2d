import Checks
import Domain
import Scanner
import TerminalUI

/// What the checklist says about one row, in the words of its columns.
struct RowWords {
  let row: Board.Row
  let board: Board

  var mark: Mark {
    switch row.activity {
    case .running: .running(frame: board.spinner)
    case .queued: .queued
    case nil: Mark(row.standing)
    }
  }

  var kind: Text {
    row.check.isManual ? Text(en: "man", ja: "手動") : Text(en: "auto", ja: "自動")
  }

  /// How many, or how far a running check is.
  var count: String {
    switch row.activity {
    case .running(_, let progress?): return "\(progress.done)/\(progress.total)"
    case .running(_, nil), .queued: return "-"
    case nil: break
    }
    guard let summary = row.summary, !row.check.isManual else { return "-" }
    return switch summary.status {
    case .unknown: "-"
    case .alert: summary.counts.alert.withSeparators
    case .pass, .notApplicable: summary.counts.warning.withSeparators
    }
  }

  /// How old the answer is, how long it lasts, or why there is none.
  var when: Text {
    if case .running(_, let progress?) = row.activity, progress.alerts > 0 {
      return alert(progress.alerts)
    }
    if row.isAgain { return Text(en: "timed out", ja: "通信切れ") }
    if let activity = row.activity {
      return activity == .queued ? Mark.queued.words : Mark.running(frame: 0).words
    }
    if row.check.isManual { return validity }
    guard let summary = row.summary else { return Text(en: "not run", ja: "未実行") }
    if summary.status == .unknown, let cause = summary.cause { return cause.short }
    return board.dates.age(of: summary.checkedAt)
  }

  private func alert(_ count: Int) -> Text {
    Text(en: "alert \(count.withSeparators)", ja: "要対応 \(count.withSeparators)")
  }

  private var validity: Text {
    switch row.review {
    case .neverReviewed: return Text(en: "never", ja: "未評価")
    case .expired: return Text(en: "expired", ja: "期限切れ")
    case .valid(let it), .dueSoon(let it), .notCompliant(let it), .notApplicable(let it):
      let days = it.daysLeft(at: board.now)
      return Text(en: "\(days)d left", ja: "残\(days)日")
    }
  }

  /// Such as `alert 12,345`, for the title of a screen about the row.
  func statement(in language: Language) -> String {
    let words = mark.words[language]
    guard row.activity == nil, let summary = row.summary, !row.check.isManual else {
      return row.activity == nil ? words : "\(words) \(count)"
    }
    guard summary.status == .alert else { return words }
    return Text(en: "\(words) \(count)", ja: "\(words) \(count)件")[language]
  }
}

extension Progress.Unit {
  var words: Text {
    switch self {
    case .regions: Text(en: "regions", ja: "リージョン")
    case .buckets: Text(en: "buckets", ja: "バケット")
    case .trails: Text(en: "trails", ja: "証跡")
    case .pages: Text(en: "pages", ja: "ページ")
    }
  }
}
