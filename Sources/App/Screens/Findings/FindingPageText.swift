import Domain
import TerminalUI

/// The text of a finding's screen.
struct FindingPageText {
  let lines: [StyledLine]

  init(_ record: FindingRecord, _ row: Board.Row, _ surroundings: Surroundings) {
    let (board, language) = (surroundings.board, surroundings.language)
    let words = FindingText(record, language, width: surroundings.width - 2)
    let item = ItemText(row: row, board: board, language: language, width: words.width)
    lines =
      Self.subject(words, board) + [""] + Self.verdict(words) + words.warnings
      + Self.past(words, row, board) + [""]
      + item.section(Text(en: "Evidence", ja: "根拠"), words.values) + [""]
      + item.criterion + item.why + item.remedy
  }

  private static func subject(_ words: FindingText, _ board: Board) -> [StyledLine] {
    let (resource, language) = (words.record.finding.resource, words.language)
    let global = Text(en: "global", ja: "グローバル")[language]
    return words.fact(Text(en: "Resource", ja: "リソース"), resource.label(in: language))
      + words.fact(Text(en: "ARN", ja: "ARN"), resource.arn.sanitized)
      + words.fact(Text(en: "Region", ja: "リージョン"), resource.region?.name.sanitized ?? global)
      + words.fact(Text(en: "Account", ja: "アカウント"), board.owner(in: language))
  }

  private static func verdict(_ words: FindingText) -> [StyledLine] {
    let mark = Mark(words.record.finding)
    let label = Text(en: "Verdict", ja: "判定")[words.language].padded(toWidth: 11)
    let line = StyledLine([
      .init(label), .init(mark.tag, mark.style), .init(" \(mark.words[words.language])"),
    ])
    return [line] + words.fact(Text(en: "Reason", ja: "判定理由"), words.reason)
  }

  /// When it was seen, whether it is gone, and who accepts it.
  private static func past(
    _ words: FindingText,
    _ row: Board.Row,
    _ board: Board
  ) -> [StyledLine] {
    let (record, language) = (words.record, words.language)
    var lines = words.fact(Text(en: "First seen", ja: "初検出"), words.dates(board.dates))
    if let fate = row.findings?.fate(of: record.id) {
      let isGone = fate.state == .gone
      let label = isGone ? Text(en: "Gone", ja: "消滅") : Text(en: "Not seen", ja: "未確認")
      lines += words.fact(label, fate.words(board.dates)[language])
    }
    if let exception = row.exceptions.suppression(of: record) {
      lines += words.fact(Text(en: "Exception", ja: "例外"), exception.words(board.dates)[language])
    }
    return lines
  }
}
