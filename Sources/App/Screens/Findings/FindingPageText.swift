import Domain
import TerminalUI

/// The text of a finding's screen.
struct FindingPageText {
  private(set) var lines: [StyledLine] = []

  init(_ record: FindingRecord, _ row: Board.Row, _ surroundings: Surroundings) {
    let (board, language) = (surroundings.board, surroundings.language)
    let width = surroundings.width - 2
    let words = FindingText(record, language, width: width)
    let item = ItemText(row: row, board: board, language: language, width: width)
    let resource = record.finding.resource
    let global = Text(en: "global", ja: "グローバル")[language]

    func fact(_ label: Text, _ value: String) {
      let label = label[language].padded(toWidth: 11)
      let rows = value.wrapped(toWidth: max(8, width - 12))
      for (index, row) in rows.enumerated() {
        lines.append(
          StyledLine((index == 0 ? label : String(repeating: " ", count: 11)) + row)
        )
      }
    }

    fact(Text(en: "Resource", ja: "リソース"), resource.label(in: language))
    fact(Text(en: "ARN", ja: "ARN"), resource.arn.sanitized)
    fact(Text(en: "Region", ja: "リージョン"), resource.region?.name.sanitized ?? global)
    fact(Text(en: "Account", ja: "アカウント"), board.owner(in: language))
    lines.append("")
    let mark = Mark(record.finding)
    let verdict = Text(en: "Verdict", ja: "判定")[language].padded(toWidth: 11)
    lines.append(
      StyledLine([.init(verdict), .init(mark.tag, mark.style), .init(" \(mark.words[language])")])
    )
    fact(Text(en: "Reason", ja: "判定理由"), words.reason)
    lines += words.warnings
    fact(Text(en: "First seen", ja: "初検出"), words.dates(board.dates))
    lines.append("")
    lines += item.section(Text(en: "Evidence", ja: "根拠"), words.values)
    lines.append("")
    lines += item.criterion + item.why + item.remedy
  }
}
