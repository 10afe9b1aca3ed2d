import Checks
import Domain
import TerminalUI

/// One finding in full, and its neighbours at a key.
package struct FindingScreen: Page {
  package static let name = Text(en: "one finding", ja: "検出の画面")

  let row: CheckID
  private(set) var list: FindingList
  private(set) var surroundings: Surroundings?
  /// The finding as it was last seen, in case a scan no longer has it.
  private(set) var record: FindingRecord?
  private(set) var isGone = false
  private(set) var lines: [StyledLine] = []
  private(set) var scroll = Scroll()

  package init(_ row: CheckID, _ list: FindingList) {
    self.row = row
    self.list = list
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    layOut()
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case next
    case previous
    case rescan
    case cancel
    case guide
    case move(Movement)

    package static let allCases: [Self] =
      [.next, .previous, .rescan, .cancel, .guide] + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      .nextSibling(.next, Text(en: "next finding", ja: "次の検出")),
      .previousSibling(.previous, Text(en: "finding before", ja: "前の検出")),
      .rescan(.rescan),
      .cancel(.cancel),
      .guide(.guide),
    ] + Movement.bindings(Command.move)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .rescan: Refusal.rescan(board?.row(row))
    case .cancel: Refusal.cancel(board?.row(row))
    case .next, .previous, .guide, .move: nil
    }
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .next: return turn(by: 1)
    case .previous: return turn(by: -1)
    case .rescan: return .rescan([row])
    case .cancel: return .cancel(row)
    case .guide: return .open(.guide(row))
    case .move(let movement): scroll.move(movement)
    }
    return nil
  }

  private mutating func turn(by step: Int) -> Step? {
    guard list.ids.indices.contains(list.index + step) else {
      return .say(
        step > 0
          ? Text(en: "this is the last finding; [ goes back", ja: "最後の検出です。[ で前の検出へ")
          : Text(en: "this is the first finding; ] goes on", ja: "最初の検出です。] で次の検出へ")
      )
    }
    list.index += step
    record = nil
    scroll = Scroll()
    layOut()
    return nil
  }

  private mutating func layOut() {
    guard let surroundings, let row = surroundings.board.row(row) else { return }
    let current = row.findings?[list.ids[list.index]]
    isGone = current == nil && row.findings != nil
    record = current ?? record
    lines = record.map { FindingPageText($0, row, surroundings).lines } ?? []
    scroll.fit(count: lines.count, page: max(1, surroundings.height - 3))
  }

  // MARK: What is shown

  private var board: Board? { surroundings?.board }

  package func draw(on canvas: inout Canvas, in language: Language) {
    drawTitle(on: &canvas, in: language)
    for (offset, index) in scroll.visible.enumerated() {
      canvas.write(lines[index], column: 1, row: offset + 1, width: canvas.width - 1)
    }
    let row = canvas.height - 2
    if isGone {
      let words = Text(
        en: "the latest scan no longer has this finding",
        ja: "最新のスキャンではこの検出はなくなりました"
      )
      canvas.write(words[language], column: 1, row: row, style: .bold)
    }
    canvas.writeRight(scroll.position(in: language), endingAt: canvas.width - 1, row: row)
  }

  private func drawTitle(on canvas: inout Canvas, in language: Language) {
    let place = "\((list.index + 1).withSeparators) / \(list.ids.count.withSeparators)"
    let title = Text(en: "finding \(place)", ja: "検出 \(place)")
    let left = " \(row)  \(title[language])"
    let room = max(0, canvas.width - left.displayWidth - 4)
    let name = record?.finding.resource.label(in: language) ?? ""
    canvas.drawBar(left: left, right: name.truncatedMiddle(toWidth: room), row: 0)
  }
}

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
