import Checks
import Domain
import TerminalUI

/// The text of a row's screen, and which of its lines are findings.
struct ItemPageText {
  /// A line that Enter opens.
  enum Target: Hashable {
    case finding(FindingRecord.ID)
    case allFindings
  }

  struct Line {
    let text: StyledLine
    var target: Target?
  }

  private(set) var lines: [Line] = []

  init() {}

  init(
    _ row: Board.Row,
    _ surroundings: Surroundings,
    target: Target?,
    guide: [StyledLine]
  ) {
    let text = ItemText(
      row: row,
      board: surroundings.board,
      language: surroundings.language,
      width: surroundings.width - 2
    )
    add(facts(text))
    if row.check.isManual {
      addQuestion(text)
    } else {
      for block in [text.criterion, text.why, text.remedy] { add(block, isSpaced: false) }
      lines.append(Line(text: ""))
      addFindings(text)
      add(evidence(text, target))
      add(text.history)
    }
    add(guide)
    if !lines.isEmpty { lines.removeLast() }
  }

  var targets: [Target] { lines.compactMap(\.target) }

  func line(of target: Target) -> Int? {
    lines.firstIndex { $0.target == target }
  }

  private mutating func add(_ block: [StyledLine], isSpaced: Bool = true) {
    guard !block.isEmpty else { return }
    lines += block.map { Line(text: $0) }
    if isSpaced { lines.append(Line(text: "")) }
  }

  private func facts(_ text: ItemText) -> [StyledLine] {
    let (board, language) = (text.board, text.language)
    let label = { (words: Text) in words[language].padded(toWidth: 12) }
    let state = text.state(width: text.width - 12)
    let regions = board.record?.lastScan.map { scan in
      Text(en: "\(scan.regions.count) regions", ja: "\(scan.regions.count)リージョン")[language]
    }
    let owner = [board.owner(in: language), regions].compactMap { $0 }
      .stacked(toWidth: text.width - 12)
    let name = Text(en: "Account", ja: "アカウント")
    return state.enumerated().map { place, line in
      let label = label(place == 0 ? Text(en: "State", ja: "状態") : Text(en: "", ja: ""))
      return StyledLine([.init(label)] + line.pieces)
    }
      + owner.enumerated().map { place, line in
        StyledLine(label(place == 0 ? name : Text(en: "", ja: "")) + line)
      }
  }

  /// What a person must judge, with what the account shows beside it.
  private mutating func addQuestion(_ text: ItemText) {
    add(text.criterion)
    add(text.evidence.changes)
    add(text.evidence.all)
    add(text.evaluations)
    for block in [text.why, text.remedy] { add(block, isSpaced: false) }
    lines.append(Line(text: ""))
  }

  private mutating func addFindings(_ text: ItemText) {
    guard let summary = text.row.summary else {
      return add([StyledLine(RunLine.firstSteps[text.language])])
    }
    let records = text.row.findings?.records ?? []
    let isMarkedNew = text.board.pastCounts(of: text.row.id).count > 1
    let looked = summary.counts.total.withSeparators
    let heading = Text(en: "Findings (\(looked) looked at)", ja: "検出 (確認 \(looked)件)")
    lines.append(Line(text: StyledLine(heading[text.language], .bold)))
    if text.row.findings == nil, summary.counts.total > 0 {
      let words = Refusal.noFindings(of: text.row)[text.language]
      lines.append(Line(text: StyledLine("  \(words)", .dimmed)))
    }
    for record in records.prefix(ItemScreen.findingsShown) {
      let line = text.line(of: record, isMarkedNew: isMarkedNew)
      lines.append(Line(text: line, target: .finding(record.id)))
    }
    if !records.isEmpty {
      let all = Text(en: "        all \(looked), as a list", ja: "        全\(looked)件を一覧で見る")
      lines.append(Line(text: StyledLine(all[text.language]), target: .allFindings))
    }
    lines.append(Line(text: ""))
  }

  /// What was read of the finding under the cursor.
  private func evidence(_ text: ItemText, _ target: Target?) -> [StyledLine] {
    let findings = text.row.findings
    var selected: FindingRecord?
    if case .finding(let id) = target { selected = findings?[id] }
    guard let record = selected ?? findings?.records.first else { return [] }
    let words = FindingText(record, text.language, width: text.width)
    return text.section(
      Text(en: "Evidence", ja: "根拠"),
      text.paragraph(words.reason) + words.warnings + words.values
    )
  }
}
