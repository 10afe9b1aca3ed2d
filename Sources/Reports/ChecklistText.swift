import Checks
import Domain

/// What `ascheck list` prints: all rows with their state, in three sections.
package struct ChecklistText {
  private let report: ListReport
  private let page: Page

  package init(_ report: ListReport, on page: Page) {
    self.report = report
    self.page = page
  }

  package var text: String {
    var text = TextReport(page)
    text.line(text.words(title))
    for section in Check.Section.allCases {
      let checks = report.checks.filter { $0.section == section }
      if checks.isEmpty { continue }
      text.line()
      text.heading(section.title)
      for check in checks { text.line(line(about: check, text)) }
    }
    text.closing(report.checks.map(report.standing))
    return text.text
  }

  private var title: Text {
    let name = Text(en: "AWS Security Checklist", ja: "AWSセキュリティチェックリスト")
    guard let account = report.record?.account.grouped else { return name }
    return Text(en: "\(name.en)   \(account)", ja: "\(name.ja)   \(account)")
  }

  private func line(about check: Check, _ text: TextReport) -> String {
    let summary = report.record?.summary(of: check.id, at: report.now)
    let review = report.record?.review(of: check.id, at: report.now) ?? .neverReviewed
    let count = check.isManual ? "-" : RowWords.count(summary)
    let when =
      check.isManual
      ? RowWords.when(review, at: report.now) : RowWords.when(summary, page.typography)
    return text.beginning(check, report.standing(of: check)) + "  "
      + text.filled(text.words(RowWords.kind(check)), 6) + text.filledLeft(count, 8)
      + text.filledLeft(text.words(when), 16)
  }
}
