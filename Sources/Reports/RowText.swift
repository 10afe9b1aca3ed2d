import Checks
import Domain

/// What `ascheck show ID` prints: all there is to know about one row.
package struct RowText {
  private let report: RowReport
  private let page: Page
  private let guide: [GuideLine]

  /// A line of the guide, as it is to be printed.
  package struct GuideLine: Sendable {
    let text: String
    /// The address that it is, or is a part of.
    let address: String?

    package init(_ text: String, address: String? = nil) {
      self.text = text
      self.address = address
    }
  }

  package init(_ report: RowReport, guide: [GuideLine], on page: Page) {
    self.report = report
    self.guide = guide
    self.page = page
  }

  private var check: Check { report.check }

  package var text: String {
    var text = TextReport(page)
    text.paragraph("\(check.id)  \(text.words(check.title))", indent: 0, hanging: 0)
    text.line("\(text.tag(report.standing)) \(text.words(state))")
    write(Text(en: "Alert when", ja: "アラートの基準"), check.criterion, to: &text)
    write(Text(en: "Why", ja: "理由"), check.why, to: &text)
    write(Text(en: "What to do", ja: "対応"), check.remedy, to: &text)
    if check.isManual {
      text.line()
      text.write(report.judgement, of: check)
      writeAttestations(to: &text)
    } else {
      writeFindings(to: &text)
    }
    text.line()
    text.heading(Text(en: "Guide", ja: "手順"))
    text.line()
    for line in guide { text.line(text.linked(line.text, to: line.address)) }
    return text.text
  }

  private var state: Text {
    let words = report.standing.words
    if check.isManual {
      guard report.review != .neverReviewed else { return words }
      let when = RowWords.when(report.review, at: report.now)
      return words == when ? words : joined(words, when)
    }
    guard let summary = report.summary else { return words }
    let ago = page.typography.dateAndTime(summary.checkedAt)
    let checked = Text(en: "checked \(ago.en)", ja: "確認 \(ago.ja)")
    return joined(summary.isEmpty ? words : RowWords.counts(summary.counts), checked)
  }

  private func joined(_ first: Text, _ second: Text) -> Text {
    Text(en: "\(first.en)   \(second.en)", ja: "\(first.ja)   \(second.ja)")
  }

  private func write(_ heading: Text, _ words: Text, to text: inout TextReport) {
    text.line()
    text.heading(heading)
    text.paragraph(text.words(words), indent: 2)
  }
}

extension RowText {
  /// Everything but what simply passes, which is only counted.
  private func writeFindings(to text: inout TextReport) {
    let shown = report.findings.filter { $0.finding.standing.needsAttention }
      .sorted(byKey: { WorstFirst($0.finding) })
    let rest = report.findings.count - shown.count
    text.line()
    let count = report.findings.count.grouped
    text.heading(Text(en: "Findings (\(count))", ja: "検出 (\(count))"))
    let coverage = report.coverage
    for record in shown {
      write(record, coverage.suppression(of: record.finding, id: record.id), to: &text)
    }
    guard rest > 0 else { return }
    let number = check.id.number
    let words = Text(
      en: "  \(rest.grouped) without fault: ascheck show \(number) --format json lists them",
      ja: "  問題のないもの \(rest.grouped)件: ascheck show \(number) --format json で表示できます"
    )
    text.line(text.words(words))
  }

  private func write(
    _ record: FindingRecord,
    _ suppression: Suppression?,
    to text: inout TextReport
  ) {
    let finding = record.finding
    let place = finding.resource.region.map { "   " + text.clean($0.name) } ?? ""
    let name = text.clean(finding.resource.label(in: page.language))
    text.line("  \(text.tag(finding.standing)) \(name)\(place)")
    let console = ConsolePage.url(of: finding.resource)
    text.line("       " + text.linked(text.clean(finding.resource.arn), to: console))
    text.paragraph(text.clean(text.words(finding.sentence)), indent: 7)
    for warning in finding.warnings {
      let words = warning.text(in: page.language, values: finding.values)
      text.paragraph(text.clean(words), indent: 7)
    }
    if let suppression { write(suppression, to: &text) }
    write(finding.values, to: &text)
    let seen = page.typography.dateAndTime(record.firstSeen)
    text.line(
      "       "
        + text.words(Text(en: "since \(seen.en)", ja: "初検出 \(seen.ja)"))
    )
  }

  private func write(_ suppression: Suppression, to text: inout TextReport) {
    let end = page.typography.date(suppression.lastMoment)
    let (person, reason) = (text.clean(suppression.person), text.clean(suppression.reason))
    let words = Text(
      en: "excepted until \(end.en) by \(person): \(reason)",
      ja: "例外 (\(end.ja) まで、\(person)): \(reason)"
    )
    text.paragraph("= " + text.words(words), indent: 7)
  }

  private func write(_ values: Values, to text: inout TextReport) {
    let pairs = values.pairs.map { pair in
      (
        label: text.words(ValueLabel.text(for: pair.key)),
        value: text.clean(text.words(ValueWords.text(for: pair)))
      )
    }
    let width = pairs.map { page.typography.width($0.label) }.max() ?? 0
    for pair in pairs {
      text.entry(text.filled(pair.label, width), pair.value, indent: 9)
    }
  }

  private func writeAttestations(to text: inout TextReport) {
    text.line()
    text.heading(Text(en: "Evaluations", ja: "評価の記録"))
    if report.attestations.isEmpty { text.line(text.words(Text(en: "  none yet", ja: "  なし"))) }
    for attestation in report.attestations.reversed() {
      write(attestation, to: &text)
      if let withdrawal = report.record?.log.withdrawal(of: attestation.id) {
        write(withdrawal, to: &text)
      }
    }
  }

  private func write(_ withdrawal: Withdrawal, to text: inout TextReport) {
    let at = page.typography.dateAndTime(withdrawal.recordedAt)
    let person = text.clean(withdrawal.person)
    let words = Text(
      en: "withdrawn \(at.en) by \(person)",
      ja: "取り消し \(at.ja) \(person)"
    )
    text.paragraph(text.words(words) + " " + text.clean(withdrawal.reason), indent: 4)
  }

  private func write(_ attestation: Attestation, to text: inout TextReport) {
    let at = text.words(page.typography.dateAndTime(attestation.attestedAt))
    let outcome = text.words(attestation.outcome.words)
    text.line("  \(at)  \(outcome)  \(text.clean(attestation.reviewer))")
    text.paragraphs(attestation.note, indent: 4)
    if let link = attestation.link {
      let address = link.hasPrefix("https://") ? link : nil
      text.line("    " + text.linked(text.clean(link), to: address))
    }
    let end = page.typography.dateAndTime(attestation.expiresAt)
    text.line(
      "    " + text.words(Text(en: "valid until \(end.en)", ja: "有効期限 \(end.ja)"))
    )
  }
}

extension Finding {
  /// A finding in the words of rows.
  var standing: Standing {
    switch status {
    case .alert: .alert
    case .unknown: .unknown
    case .pass: isWarning ? .warning : .ok
    case .notApplicable: .attestedNotApplicable
    }
  }
}

extension Standing {
  fileprivate var needsAttention: Bool { needsAction || self == .warning }
}

extension Attestation.Outcome {
  var words: Text {
    switch self {
    case .compliant: Text(en: "compliant", ja: "適合")
    case .notCompliant: Text(en: "not compliant", ja: "不適合")
    case .notApplicable: Text(en: "not applicable", ja: "対象外")
    }
  }
}

/// Findings for people: the worst first, then as in every report.
struct WorstFirst: Comparable {
  private let urgency: Int
  private let order: ReportOrder

  init(_ finding: Finding) {
    urgency = finding.standing.urgency
    order = ReportOrder(finding)
  }

  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.urgency == rhs.urgency ? lhs.order < rhs.order : lhs.urgency < rhs.urgency
  }
}
