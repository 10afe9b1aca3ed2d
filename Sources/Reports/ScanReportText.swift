import Checks
import Domain
import FoundationEssentials

/// What `ascheck scan` prints for people: every row, and under those that need somebody, why.
package struct ScanReportText {
  private let report: ScanReport
  private let page: Page
  /// How many findings are listed under a row.
  private let limit: Int

  package init(_ report: ScanReport, on page: Page, limit: Int = 10) {
    self.report = report
    self.page = page
    self.limit = limit
  }

  package var text: String {
    var text = TextReport(page)
    text.line(text.words(title))
    for sentence in report.result.summary.leftOut.sentences {
      text.paragraph(text.clean(text.words(sentence)), indent: 2, hanging: 2)
    }
    for section in Check.Section.allCases {
      let checks = report.checks.filter { $0.section == section }
      if checks.isEmpty { continue }
      text.line()
      text.heading(section.title)
      for check in checks { write(check, to: &text) }
    }
    text.closing(report.checks.map(report.standing))
    return text.text
  }

  private var title: Text {
    let scan = report.result.summary
    let account = report.result.account.grouped
    let (regions, calls) = (scan.regions.count, scan.calls.grouped)
    let tenths = Int((max(0, scan.finishedAt.timeIntervalSince(scan.startedAt)) * 10).rounded())
    let seconds = "\(tenths / 10).\(tenths % 10)"
    return Text(
      en:
        "\(account)   \(regions) region\(regions == 1 ? "" : "s")   \(calls) calls   \(seconds) s",
      ja: "\(account)   \(regions)リージョン   呼び出し \(calls)回   \(seconds)秒"
    )
  }

  private func write(_ check: Check, to text: inout TextReport) {
    let standing = report.standing(of: check)
    text.line(text.beginning(check, standing) + "  " + text.words(state(of: check)))
    if check.isManual { return text.writeUrgent(report.judgement(of: check), indent: 5) }
    guard standing.needsAction else { return }
    let coverage = report.coverage(of: check)
    let account = report.result.account
    let findings = report.findings(of: check).filter { finding in
      coverage.suppression(of: finding, id: finding.id(row: check.id, account: account)) == nil
    }
    write(FindingGroups(findings, in: page.language), of: check, to: &text)
  }

  private func state(of check: Check) -> Text {
    if check.isManual { return RowWords.when(report.judgement(of: check).review, at: report.now) }
    guard let summary = report.summary(of: check) else { return Standing.neverRun.words }
    return summary.isEmpty ? Standing.nothingToCheck.words : RowWords.counts(summary.counts)
  }

  private func write(_ found: FindingGroups, of check: Check, to text: inout TextReport) {
    var room = limit
    for group in found.groups where room > 0 {
      let mark = text.tag(group.standing)
      text.paragraph("\(mark) \(text.clean(group.words))", indent: 5, hanging: 5)
      for finding in group.findings.prefix(room) {
        let place = finding.resource.region.map { "  " + text.clean($0.name) } ?? ""
        text.line("          " + text.clean(finding.resource.label(in: page.language)) + place)
      }
      room -= group.findings.count
    }
    guard found.count > limit else { return }
    let more = (found.count - limit).grouped
    let words = Text(
      en: "and \(more) more: ascheck show \(check.id.number)",
      ja: "ほか \(more)件: ascheck show \(check.id.number)"
    )
    text.line("     " + text.words(words))
  }
}

extension Resource {
  /// The short name, and what tells several findings about it apart.
  func label(in language: Language) -> String {
    let name = label[language]
    return qualifier.map { "\(name) (\($0))" } ?? name
  }
}
