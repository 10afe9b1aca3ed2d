import Checks
import Domain

/// What `ascheck scan --accounts` prints for people: one line an account, worst first.
package struct AccountsReportText {
  private let report: AccountsReport
  private let page: Page

  package init(_ report: AccountsReport, on page: Page) {
    self.report = report
    self.page = page
  }

  package var text: String {
    var text = TextReport(page)
    text.line(text.words(title))
    text.line()
    let width = report.outcomes.map { page.typography.width(text.clean($0.name ?? "")) }.max() ?? 0
    for outcome in report.outcomes { write(outcome, min(width, 24), to: &text) }
    if !report.skipped.isEmpty {
      text.line()
      text.heading(Text(en: "Skipped", ja: "対象外"))
      for account in report.skipped {
        let parts = [account.account.grouped, account.name ?? "", account.state]
        text.line("     " + text.clean(parts.filter { !$0.isEmpty }.joined(separator: "  ")))
      }
    }
    text.line()
    text.paragraph(text.words(closing), indent: 0)
    return text.text
  }

  private var title: Text {
    let tenths = Int((max(0, report.seconds) * 10).rounded())
    let (count, failed) = (report.outcomes.count, report.failures.count)
    let calls = report.outcomes.map(\.calls).reduce(0, +).grouped
    let time = "\(tenths / 10).\(tenths % 10)"
    return Text(
      en: "\(count) account\(count == 1 ? "" : "s")"
        + (failed > 0 ? "   \(failed) could not be scanned" : "")
        + "   \(calls) calls   \(time) s",
      ja: "\(count)アカウント" + (failed > 0 ? "   スキャン不能 \(failed)" : "")
        + "   呼び出し \(calls)回   \(time)秒"
    )
  }

  private var closing: Text {
    Text(
      en: "Everything is in the state file: ascheck review, or ascheck list --account NUMBER.",
      ja: "結果は状態ファイルにあります: ascheck review または ascheck list --account 番号"
    )
  }

  private func write(_ outcome: AccountOutcome, _ width: Int, to text: inout TextReport) {
    let name = text.clean(outcome.name ?? "")
    var line = text.tag(standing(of: outcome)) + " " + outcome.account.grouped
    if width > 0 { line += "  " + text.filled(name, width) }
    guard let problem = outcome.problem else {
      return text.line(line + "  " + text.words(words(of: outcome)))
    }
    text.line(line + "  " + text.words(Text(en: "could not be scanned", ja: "スキャン不能")))
    text.paragraph(text.clean(text.words(problem)), indent: 5)
    if let hint = outcome.hint { text.paragraph(text.clean(text.words(hint)), indent: 5) }
  }

  /// What to look at first.
  private func standing(of outcome: AccountOutcome) -> Standing {
    guard outcome.problem == nil else { return .unknown }
    return outcome.standings.values.min { $0.urgency < $1.urgency } ?? .neverRun
  }

  private func words(of outcome: AccountOutcome) -> Text {
    let alerting = report.checks.filter { check in
      outcome.standings[check.id].map { $0 == .alert || $0 == .notCompliant } ?? false
    }
    let alerts = alerting.map(\.id.number).joined(separator: " ")
    let unknown = outcome.count { $0 == .unknown }
    let due = outcome.count { $0 == .neverReviewed || $0 == .expired }
    let parts = [
      alerting.isEmpty
        ? nil
        : Text(en: "alert \(alerting.count): \(alerts)", ja: "アラート \(alerting.count): \(alerts)"),
      unknown == 0 ? nil : Text(en: "unknown \(unknown)", ja: "判定不能 \(unknown)"),
      due == 0 ? nil : Text(en: "to review \(due)", ja: "要評価 \(due)"),
    ]
    .compactMap { $0 }
    guard !parts.isEmpty else { return Text(en: "nothing to do", ja: "対応不要") }
    return Text(
      en: parts.map(\.en).joined(separator: "   "),
      ja: parts.map(\.ja).joined(separator: "   ")
    )
  }
}
