import Checks
import Domain
import FoundationEssentials
import Reports
import TerminalUI

/// Draws the form of an exception, with air between the fields where there is room.
struct ExceptDrawing {
  private static let valueColumn = 13

  private let screen: ExceptScreen
  private let surroundings: Surroundings
  private let form: ExceptForm
  private let language: Language
  private let isRoomy: Bool

  private var board: Board { surroundings.board }
  private var bottom: Int { surroundings.height - 2 }

  init?(_ screen: ExceptScreen, _ language: Language) {
    guard let surroundings = screen.surroundings else { return nil }
    self.screen = screen
    self.surroundings = surroundings
    self.language = language
    form = ExceptForm(screen, surroundings.board)
    isRoomy = surroundings.height >= 22
  }

  func draw(on canvas: inout Canvas) {
    drawTitle(on: &canvas)
    var row = isRoomy ? 2 : 1
    drawScope(on: &canvas, row: &row)
    if isRoomy { row += 1 }
    for field in screen.shown where field != .scope {
      if field == .reason {
        drawReason(on: &canvas, row: &row)
      } else {
        drawField(field, on: &canvas, row: row)
        row += 1
      }
    }
    if isRoomy { row += 1 }
    drawEnd(on: &canvas, row: row)
    drawStatus(on: &canvas)
  }

  private func drawTitle(on canvas: inout Canvas) {
    let title =
      if case .renewal = screen.subject {
        Text(en: "Renew an exception", ja: "例外の更新")
      } else {
        Text(en: "Accept findings: an exception", ja: "例外の登録")
      }
    let right =
      if let count = screen.covered?.withSeparators {
        Text(en: "covers \(count) now", ja: "現在の対象 \(count)件")
      } else {
        Text(en: "counting", ja: "集計中")
      }
    var left = " \(title[language])"
    if case .findings(let row, _) = screen.subject { left = " \(row)  \(title[language])" }
    canvas.drawBar(left: left, right: right[language], row: 0)
  }

  private func drawLabel(
    _ words: Text,
    of field: ExceptScreen.Field?,
    on canvas: inout Canvas,
    row: Int
  ) {
    let isFocused = field != nil && field == screen.focus
    canvas.write(words[language], column: 1, row: row, style: isFocused ? .selected : .plain)
  }

  /// What is accepted: to choose where there is a choice, else in words.
  private func drawScope(on canvas: inout Canvas, row: inout Int) {
    drawLabel(Text(en: "For", ja: "対象"), of: .scope, on: &canvas, row: row)
    guard case .findings(_, let records) = screen.subject else {
      let words = screen.shown.contains(.row) ? Self.pattern : form.scope.words
      for line in words[language].sanitized.wrapped(toWidth: room).prefix(2) {
        canvas.write(line, column: Self.valueColumn, row: row)
        row += 1
      }
      return
    }
    // Two fit into a line; three stand below each other.
    let isTall = screen.kinds.count > 2
    var column = Self.valueColumn
    for kind in screen.kinds {
      let isChosen = kind == screen.kind
      let words = words(of: kind, records)
      if screen.focus == .scope, isChosen { canvas.cursor = .init(column: column + 1, row: row) }
      let end = canvas.write(
        (isChosen ? "(*) " : "( ) ") + words[language].truncated(toWidth: room - (isTall ? 4 : 16)),
        column: column,
        row: row,
        style: isChosen ? .bold : .plain
      )
      column = isTall ? column : end + 2
      if isTall { row += 1 }
    }
    if !isTall { row += 1 }
    if isRoomy { drawReason(of: records, on: &canvas, row: &row) }
  }

  /// What a single finding says, lest the wrong one is accepted.
  private func drawReason(
    of records: [FindingRecord],
    on canvas: inout Canvas,
    row: inout Int
  ) {
    guard records.count == 1, let record = records.first else { return }
    let words = FindingText(record, language, width: room).shortReason
    let line = [record.finding.resource.region?.name, words].compactMap { $0 }
      .joined(separator: "  ").sanitized
    canvas.write(
      line.truncated(toWidth: room),
      column: Self.valueColumn,
      row: row,
      style: .dimmed
    )
    row += 1
  }

  private func words(of kind: ExceptScreen.Kind, _ records: [FindingRecord]) -> Text {
    switch kind {
    case .findings: return Self.words(of: records, in: language)
    case .pattern: return Self.pattern
    case .regions:
      let names = screen.regions.map(\.name).joined(separator: ", ").sanitized
      return Text(en: "out of scope: \(names)", ja: "リージョンを対象外にする: \(names)")
    }
  }

  private static let pattern = Text(en: "a pattern", ja: "パターン")

  private static func words(of records: [FindingRecord], in language: Language) -> Text {
    guard records.count == 1, let only = records.first else {
      let count = records.count.withSeparators
      return Text(en: "\(count) findings", ja: "検出\(count)件")
    }
    let name = only.finding.resource.label(in: language).truncatedMiddle(toWidth: 30)
    return Text(en: name, ja: name)
  }

  private var room: Int { surroundings.width - Self.valueColumn - 1 }

  private static let required = Text(en: "[required]", ja: "[必須]")
  private static let optional = Text(en: "[any]", ja: "[任意]")

  private func drawReason(on canvas: inout Canvas, row: inout Int) {
    drawLabel(Text(en: "Reason", ja: "理由"), of: .reason, on: &canvas, row: row)
    canvas.write(Self.required[language], column: Self.valueColumn, row: row, style: .dimmed)
    let below = screen.shown.count { [.person, .until].contains($0) } + (isRoomy ? 3 : 1)
    let height = min(6, max(1, bottom - row - 1 - below))
    for line in row + 1..<row + 1 + height {
      canvas.write("|", column: 1, row: line, style: .dimmed)
    }
    screen.fields[.reason]?.draw(
      on: &canvas,
      column: 3,
      row: row + 1,
      width: screen.reasonWidth,
      height: height,
      isFocused: screen.focus == .reason
    )
    row += 1 + height
  }

  private func drawField(_ field: ExceptScreen.Field, on canvas: inout Canvas, row: Int) {
    guard row < bottom else { return }
    drawLabel(Self.label(of: field), of: field, on: &canvas, row: row)
    let isRequired = field == .person || field == .until
    let tag = isRequired ? Self.required : Self.optional
    let column = canvas.write(tag[language], column: Self.valueColumn, row: row, style: .dimmed) + 1
    screen.fields[field]?.draw(
      on: &canvas,
      column: column,
      row: row,
      width: surroundings.width - column - 1,
      isFocused: screen.focus == field
    )
  }

  private static func label(of field: ExceptScreen.Field) -> Text {
    switch field {
    case .scope: Text(en: "For", ja: "対象")
    case .row: Text(en: "Row", ja: "項目")
    case .region: Text(en: "Region", ja: "リージョン")
    case .resource: Text(en: "Resource", ja: "リソース")
    case .reason: Text(en: "Reason", ja: "理由")
    case .person: Text(en: "Person", ja: "責任者")
    case .until: Text(en: "Last day", ja: "最終日")
    }
  }

  /// What the end means, and with a pattern how it is written.
  private var endWords: Text {
    if [.resource, .region, .row].contains(screen.focus) {
      return Text(
        en: "* stands for any characters, ? for one; with a colon the whole ARN must fit",
        ja: "* は任意の文字列、? は任意の1文字。コロンを含むときはARN全体と照合します"
      )
    }
    return screen.kind == .regions
      ? Text(
        en: "at most 180 days ahead; then they are scanned again, unless it is renewed",
        ja: "180日先まで。期限が来ると再びスキャンします (更新できます)"
      )
      : Text(
        en: "at most 180 days ahead; then the findings count again, unless it is renewed",
        ja: "180日先まで。期限が来ると再び集計されます (更新できます)"
      )
  }

  private func drawEnd(on canvas: inout Canvas, row: Int) {
    let words = endWords
    for (offset, line) in words[language].wrapped(toWidth: surroundings.width - 2).enumerated()
    where row + offset < bottom {
      canvas.write(line, column: 1, row: row + offset, style: .dimmed)
    }
  }

  private func drawStatus(on canvas: inout Canvas) {
    let words =
      screen.kind == .regions
      ? Text(
        en: "until then scans ask nothing there",
        ja: "期限までスキャンせず、判定不能の検出は分けて数えます"
      )
      : Text(
        en: "the findings keep their status and are counted apart",
        ja: "検出の状態は変わらず、件数は分けて数えます"
      )
    canvas.write(words[language], column: 1, row: bottom, style: .dimmed)
  }
}
