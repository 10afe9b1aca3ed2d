import Checks
import Domain
import FoundationEssentials

/// Rows of the checklist as they stand, for a file.
package struct ChecklistTable {
  private let report: ListReport
  private let page: Page

  package init(_ report: ListReport, on page: Page) {
    self.report = report
    self.page = page
  }

  private static let heads = [
    Text(en: "Row", ja: "番号"), Text(en: "Section", ja: "分野"),
    Text(en: "Title", ja: "チェック項目"), Text(en: "Kind", ja: "種別"),
    Text(en: "State", ja: "状態"), Text(en: "Alerts", ja: "アラート"),
    Text(en: "Checked", ja: "確認日時"), Text(en: "Reviewed", ja: "評価日"),
    Text(en: "Valid until", ja: "有効期限"), Text(en: "Reviewer", ja: "評価者"),
    Text(en: "Note", ja: "所見"),
  ]

  package var table: Table {
    Table(heads: Self.heads.map(words), rows: report.checks.map(cells))
  }

  private func words(_ text: Text) -> String { text[page.language] }

  private func cells(of check: Check) -> [String] {
    let beginning = [
      check.id.description, words(check.section.title), words(check.title),
      words(RowWords.kind(check)), words(report.standing(of: check).words),
    ]
    return beginning + (check.isManual ? answer(to: check) : result(of: check))
  }

  private func result(of check: Check) -> [String] {
    guard let summary = report.record?.summary(of: check.id, at: report.now) else {
      return Array(repeating: "", count: 6)
    }
    let checked = words(page.typography.dateAndTime(summary.checkedAt))
    return ["\(summary.counts.alert)", checked, "", "", "", ""]
  }

  private func answer(to check: Check) -> [String] {
    let judgement = Judgement(of: check.id, in: report.record, at: report.now)
    guard let attestation = judgement.review.attestation else {
      return Array(repeating: "", count: 6)
    }
    let typography = page.typography
    return [
      "", "", words(typography.date(attestation.attestedAt)),
      words(typography.date(attestation.expiresAt)), typography.sanitized(attestation.reviewer),
      typography.sanitized(attestation.note),
    ]
  }
}
