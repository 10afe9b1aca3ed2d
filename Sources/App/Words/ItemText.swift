import Checks
import Domain
import FoundationEssentials
import TerminalUI

/// What there is to say about one row, as lines of a given width: for the row's own screen and for
/// the preview beside the checklist.
struct ItemText {
  let row: Board.Row
  let board: Board
  let language: Language
  let width: Int

  private var words: RowWords { RowWords(row: row, board: board) }

  /// Such as `[!!] alert 12,345   +12 -3   checked 3 min ago`, in as many lines as it takes.
  func state(width: Int) -> [StyledLine] {
    let mark = words.mark
    var facts = [words.statement(in: language)]
    if row.check.isManual { facts.append(Text(en: "manual item", ja: "手動項目")[language]) }
    if let change = board.change(of: row.id), change.appeared + change.gone > 0 {
      let words = "+\(change.appeared.withSeparators) -\(change.gone.withSeparators)"
      facts.append(Text(en: words, ja: "前回比 \(words)")[language])
    }
    if let excepted = row.summary?.counts.suppressed, excepted > 0 {
      let count = excepted.withSeparators
      facts.append(Text(en: "excepted \(count)", ja: "例外 \(count)件")[language])
    }
    if let checked { facts.append(checked) }
    let indent = mark.tag.displayWidth + 1
    return facts.stacked(toWidth: width - indent).enumerated().map { place, line in
      place == 0
        ? StyledLine([.init(mark.tag, mark.style), .init(" " + line)])
        : StyledLine(String(repeating: " ", count: indent) + line)
    }
  }

  var checked: String? {
    if row.check.isManual { return validity?[language] }
    guard let summary = row.summary else { return nil }
    let ago = board.dates.ago(summary.checkedAt)
    let particle = ago.ja.hasSuffix("前") ? "に" : ""
    return Text(en: "checked \(ago.en)", ja: "\(ago.ja)\(particle)確認")[language]
  }

  /// Until when the evaluation holds, or since when it does not.
  private var validity: Text? {
    guard let attestation = row.review.attestation else { return nil }
    let end = board.dates.date(attestation.expiresAt)
    if row.review == .expired(attestation) {
      let days = Int(board.now.timeIntervalSince(attestation.expiresAt) / 86_400)
      return Text(
        en: "evaluation expired \(end.en), \(days) \(days == 1 ? "day" : "days") ago",
        ja: "評価は\(end.ja)に失効 (\(days)日経過)"
      )
    }
    let days = attestation.daysLeft(at: board.now)
    return Text(
      en: "valid until \(end.en), \(days) \(days == 1 ? "day" : "days") left",
      ja: "\(end.ja)まで有効 (残り\(days)日)"
    )
  }

  // MARK: What the checklist says

  var criterion: [StyledLine] {
    section(Text(en: "Alert when", ja: "基準"), paragraph(row.check.criterion[language]))
  }

  var why: [StyledLine] {
    section(Text(en: "Why", ja: "理由"), paragraph(row.check.why[language]))
  }

  var remedy: [StyledLine] {
    section(Text(en: "What to do", ja: "対応"), paragraph(row.check.remedy[language]))
  }

  /// How to do it, step by step.
  static func guide(of row: CheckID, in language: Language, width: Int) -> [StyledLine] {
    Markdown(Guide.markdown(of: row, in: language)).lines(width: width - 1).map { line in
      StyledLine([.init(" ")] + line.pieces)
    }
  }

  // MARK: What scans found

  /// How alerts spread over the regions that have most of them.
  var regions: [StyledLine] {
    let counts = (row.findings?.alertsByRegion ?? []).filter { $0.region != nil }
    guard counts.count > 1, let most = counts.first?.count else { return [] }
    let barWidth = max(4, min(20, width - 32))
    let lines = counts.prefix(5).map { entry in
      let name = (entry.region?.name ?? "").sanitized.padded(toWidth: 17)
      let count = entry.count.withSeparators.paddedLeft(toWidth: 8)
      let bar = max(1, (entry.count * barWidth + most / 2) / most)
      return StyledLine("  \(name)\(count)  " + String(repeating: "#", count: bar))
    }
    let shown = min(5, counts.count)
    return section(Text(en: "By region (top \(shown))", ja: "リージョン別 (上位\(shown))"), lines)
  }

  /// The first findings that are new, or else the worst.
  func topFindings(_ limit: Int) -> [StyledLine] {
    guard let findings = row.findings else { return [] }
    let isNew = findings.newAlerts > 0 && board.pastCounts(of: row.id).count > 1
    let shown = (isNew ? findings.firstNewAlerts : findings.firstAlerts).prefix(limit)
    guard !shown.isEmpty else { return [] }
    let heading =
      isNew
      ? Text(en: "New findings (first \(shown.count))", ja: "新しい検出 (上位\(shown.count))")
      : Text(en: "Findings (first \(shown.count))", ja: "検出 (上位\(shown.count))")
    return section(heading, shown.map { line(of: $0, isMarkedNew: isNew) })
  }

  /// Such as `[!!] + vol-0f31b2c4  ap-northeast-1  not encrypted`.
  func line(of record: FindingRecord, isMarkedNew: Bool) -> StyledLine {
    let finding = record.finding
    let mark = Mark(finding)
    let nameWidth = max(21, min(30, width - 54))
    let name = finding.resource.label(in: language).truncatedMiddle(toWidth: nameWidth)
    let isExcepted = row.exceptions.covers(record)
    let sign = isExcepted ? " = " : isMarkedNew && record.isNew ? " + " : "   "
    let head = sign + name.padded(toWidth: nameWidth) + " " + region(of: finding)
    let room = width - 5 - head.displayWidth
    let reason = FindingText(record, language, width: width).shortReason
    return StyledLine([
      .init(" "), .init(mark.tag, mark.style),
      .init(room >= 16 ? head + reason.truncated(toWidth: room) : head),
    ])
  }

  /// A column, where the row has regions at all.
  private func region(of finding: Finding) -> String {
    guard row.findings?.isRegional == true else { return "" }
    return (finding.resource.region?.name ?? "").sanitized.padded(toWidth: 15) + " "
  }

  /// `History  10:39 [!!] 12,345  yesterday [!!] 12,336`, as many as fit.
  var history: [StyledLine] {
    var line = " "
    for (at, counts) in board.pastCounts(of: row.id).prefix(8) {
      let tag = Mark(Standing(of: RowSummary(counts: counts, checkedAt: at, duration: 0))).tag
      let moment = board.dates.moment(at)[language]
      let entry = " \(moment) \(tag) \(counts.alert.withSeparators) "
      if (line + entry).displayWidth > width { break }
      line += entry
    }
    guard line.contains("[") else { return [] }
    return section(Text(en: "History (newest first)", ja: "履歴 (新しい順)"), [StyledLine(line)])
  }

  // MARK: What people said

  /// What the account shows to whoever judges a manual row.
  var evidence: EvidenceText {
    EvidenceText(row: row, dates: board.dates, language: language, width: width)
  }

  var evaluations: [StyledLine] {
    let all = board.attestations(of: row.id)
    let lines = all.flatMap(said)
    let none = [StyledLine(Text(en: "  none yet", ja: "  まだありません")[language])]
    return section(Text(en: "Evaluations", ja: "評価の記録"), lines.isEmpty ? none : lines)
  }

  private func said(_ attestation: Attestation) -> [StyledLine] {
    let outcome = attestation.outcome.words[language]
    let date = board.dates.date(attestation.attestedAt)[language]
    let reviewer = attestation.reviewer.sanitized
    let head = StyledLine([
      .init("  \(date)  "), .init(outcome, .bold), .init("  \(reviewer)"),
    ])
    let note = Sanitizer(attestation.note, as: .paragraphs).text.wrapped(toWidth: width - 4)
    let link = attestation.link.map { [StyledLine("    " + $0.sanitized)] } ?? []
    return [head] + note.map { StyledLine("    " + $0) } + link
  }

  // MARK: Shape

  func section(_ heading: Text, _ body: [StyledLine]) -> [StyledLine] {
    body.isEmpty ? [] : [StyledLine(heading[language], .bold)] + body
  }

  func paragraph(_ text: String) -> [StyledLine] {
    text.wrapped(toWidth: width - 2).map { StyledLine("  " + $0) }
  }
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

extension [String] {
  /// Facts beside each other with a gap between, and below each other where there is no room.
  func stacked(toWidth width: Int) -> [String] {
    var lines: [String] = []
    for fact in self {
      if let last = lines.last, last.displayWidth + 3 + fact.displayWidth <= width {
        lines[lines.count - 1] = last + "   " + fact
      } else {
        lines += fact.displayWidth <= width ? [fact] : fact.wrapped(toWidth: Swift.max(8, width))
      }
    }
    return lines
  }
}
