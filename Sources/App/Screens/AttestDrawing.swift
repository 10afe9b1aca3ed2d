import Checks
import Domain
import FoundationEssentials
import TerminalUI

/// Draws the form that records an evaluation.
struct AttestDrawing {
  private static let valueColumn = 13

  private let screen: AttestScreen
  private let surroundings: Surroundings
  private let row: Board.Row
  private let language: Language
  private let layout: AttestLayout
  private let facts: [StyledLine]

  private var board: Board { surroundings.board }
  private var bottom: Int { surroundings.height - 2 }

  init?(_ screen: AttestScreen, _ language: Language) {
    guard let surroundings = screen.surroundings,
      let row = surroundings.board.row(screen.row)
    else { return nil }
    self.screen = screen
    self.surroundings = surroundings
    self.row = row
    self.language = language
    let (width, height) = (surroundings.width, surroundings.height)
    let whole = AttestLayout(width: width, height: height, factCount: .max)
    facts = EvidenceText(
      row: row,
      board: surroundings.board,
      language: language,
      width: whole.factColumns.count
    )
    .glance(whole.facts.count)
    layout = AttestLayout(width: width, height: height, factCount: facts.count)
  }

  func draw(on canvas: inout Canvas) {
    drawTitle(on: &canvas)
    drawFacts(on: &canvas)
    drawVerdict(on: &canvas)
    drawNote(on: &canvas)
    drawField(.link, Text(en: "Evidence", ja: "証跡"), at: layout.link, on: &canvas)
    drawField(.reviewer, Text(en: "Reviewer", ja: "評価者"), at: layout.reviewer, on: &canvas)
    drawField(.date, Text(en: "Reviewed", ja: "評価日"), at: layout.date, on: &canvas)
    drawExpiry(on: &canvas)
    drawLast(on: &canvas)
    drawStatus(on: &canvas)
  }

  private func drawTitle(on canvas: inout Canvas) {
    let words = RowWords(row: row, board: board)
    let right = "\(words.mark.tag) \(words.statement(in: language))"
    let recording = Text(en: "record an evaluation", ja: "評価の記録")[language]
    let room =
      surroundings.width - right.displayWidth - recording.displayWidth - 9
      - "\(row.id)".displayWidth
    let title =
      screen.others.isEmpty
      ? row.check.title(fitting: room, in: language)
      : screen.others.map(\.number).joined(separator: " ")
    canvas.drawBar(left: " \(row.id) \(title)   \(recording)", right: right, row: 0)
  }

  /// What the account shows, beside the question.
  private func drawFacts(on canvas: inout Canvas) {
    let columns = layout.factColumns
    for (row, line) in zip(layout.facts, facts) {
      canvas.write(line, column: columns.lowerBound, row: row, width: columns.count)
    }
  }

  private func drawLabel(
    _ words: Text,
    of field: AttestScreen.Field?,
    on canvas: inout Canvas,
    row: Int
  ) {
    let isFocused = field != nil && field == screen.focus
    canvas.write(words[language], column: 1, row: row, style: isFocused ? .selected : .plain)
  }

  private func drawVerdict(on canvas: inout Canvas) {
    let row = layout.verdict
    drawLabel(Text(en: "Verdict", ja: "判定"), of: .verdict, on: &canvas, row: row)
    let isFocused = screen.focus == .verdict
    var column = layout.formWidth < 48 ? 9 : Self.valueColumn
    if isFocused { canvas.cursor = .init(column: column + 1, row: row) }
    let outcomes = Attestation.Outcome.allCases
    let isTight = layout.formWidth < 76
    for outcome in outcomes {
      let isChosen = outcome == screen.outcome
      if isChosen && isFocused { canvas.cursor = .init(column: column + 1, row: row) }
      let words = (isChosen ? "(*) " : "( ) ") + shortened(outcome, isTight)
      column = canvas.write(words, column: column, row: row, style: isChosen ? .bold : .plain)
      column += isTight ? 1 : language == .japanese ? 4 : 3
    }
    if !isTight {
      let keys = Text(en: "<- ->", ja: "<- -> で選択")
      canvas.writeRight(keys[language], endingAt: layout.formWidth - 2, row: row, style: .dimmed)
    }
  }

  private func shortened(_ outcome: Attestation.Outcome, _ isTight: Bool) -> String {
    guard isTight else { return outcome.words[language] }
    return switch outcome {
    case .compliant: Text(en: "yes", ja: "適合")[language]
    case .notCompliant: Text(en: "no", ja: "不適合")[language]
    case .notApplicable: Text(en: "n/a", ja: "対象外")[language]
    }
  }

  private static let required = Text(en: "[required]", ja: "[必須]")
  private static let optional = Text(en: "[optional]", ja: "[任意]")

  private func drawNote(on canvas: inout Canvas) {
    drawLabel(Text(en: "Note", ja: "所見"), of: .note, on: &canvas, row: layout.noteHead)
    canvas.write(
      Self.required[language],
      column: Self.valueColumn,
      row: layout.noteHead,
      style: .dimmed
    )
    for row in layout.note where row < bottom {
      canvas.write("|", column: 1, row: row, style: .dimmed)
    }
    screen.note.draw(
      on: &canvas,
      column: 3,
      row: layout.note.lowerBound,
      width: screen.noteWidth,
      height: layout.note.count,
      isFocused: screen.focus == .note
    )
  }

  private func drawField(
    _ field: AttestScreen.Field,
    _ label: Text,
    at row: Int,
    on canvas: inout Canvas
  ) {
    guard row < bottom else { return }
    drawLabel(label, of: field, on: &canvas, row: row)
    var column = Self.valueColumn
    if field != .date {
      let tag = field == .link ? Self.optional : Self.required
      column = canvas.write(tag[language], column: column, row: row, style: .dimmed) + 1
    }
    let text = field == .link ? screen.link : field == .date ? screen.date : screen.reviewer
    text.draw(
      on: &canvas,
      column: column,
      row: row,
      width: layout.formWidth - column - 1,
      isFocused: screen.focus == field
    )
  }

  private func drawExpiry(on canvas: inout Canvas) {
    guard layout.expiry < bottom else { return }
    drawLabel(Text(en: "Valid until", ja: "有効期限"), of: nil, on: &canvas, row: layout.expiry)
    guard let attestedAt = screen.attestedAt, attestedAt <= board.now else {
      canvas.write("-", column: Self.valueColumn, row: layout.expiry)
      return
    }
    let end = board.dates.date(attestedAt.addingTimeInterval(Attestation.validity))
    let words = Text(
      en: "\(end.en)  (180 days)   shown as due soon 14 days before",
      ja: "\(end.ja)  (180日後)   期限の14日前から「まもなく期限」"
    )
    let room = layout.formWidth - Self.valueColumn - 1
    let text = words[language].displayWidth <= room ? words[language] : end[language]
    canvas.write(text, column: Self.valueColumn, row: layout.expiry)
  }

  private func drawLast(on canvas: inout Canvas) {
    guard layout.last < bottom else { return }
    drawLabel(Text(en: "Last one", ja: "前回の評価"), of: nil, on: &canvas, row: layout.last)
    guard let last = board.attestations(of: row.id).first else {
      let none = Text(en: "none", ja: "なし")
      canvas.write(none[language], column: Self.valueColumn, row: layout.last)
      return
    }
    let date = board.dates.date(last.attestedAt)[language]
    let head = "\(date)  \(last.outcome.words[language])  \(last.reviewer.sanitized)"
    canvas.write(head, column: Self.valueColumn, row: layout.last)
    let note = Text(en: "\"\(last.note)\"", ja: "「\(last.note)」")[language].sanitized
    let room = layout.formWidth - Self.valueColumn - 1
    for (offset, line) in note.wrapped(toWidth: room).prefix(2).enumerated()
    where layout.last + 1 + offset < bottom {
      canvas.write(line, column: Self.valueColumn, row: layout.last + 1 + offset)
    }
  }

  private func drawStatus(on canvas: inout Canvas) {
    let count = screen.note.text.count
    let words =
      screen.isSaving
      ? Text(en: "Recording", ja: "記録しています")
      : Text(
        en: "note \(count) characters   earlier records are never erased",
        ja: "所見 \(count)文字   過去の記録は消えません"
      )
    canvas.write(words[language], column: 1, row: bottom, style: .dimmed)
  }
}
