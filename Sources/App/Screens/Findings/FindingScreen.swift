import Checks
import Domain
import TerminalUI

/// One finding in full, and its neighbours at a key.
package struct FindingScreen: TextPage {
  package static let name = Text(en: "one finding", ja: "検出の画面")

  let row: CheckID
  private(set) var list: FindingList
  private(set) var surroundings: Surroundings?
  /// The finding as it was last seen, in case a scan no longer has it.
  private(set) var record: FindingRecord?
  private(set) var isGone = false
  /// What the latest scan says of the same resource, where it says something else.
  private(set) var successor: Finding?
  /// Where the finding was missed, so that its successor is looked for once.
  private var missedIn: Findings?
  var text = LongText<Never>()
  private(set) var copyMenu = OpenMenu<CopyForm>()
  private var errands: [Step] = []

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
    case copy
    case except
    case takeBack
    case history
    case console
    case record
    case plainText
    case read(Reading)

    package static let allCases: [Self] =
      [
        .next, .previous, .rescan, .cancel, .guide, .copy, .except, .takeBack, .history, .console,
        .record, .plainText,
      ]
      + Reading.allCases.map(Self.read)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      .nextSibling(.next, Text(en: "next finding", ja: "次の検出")),
      .previousSibling(.previous, Text(en: "finding before", ja: "前の検出")),
      .rescanFinding(.rescan),
      .cancel(.cancel),
      .guide(.guide),
      .copy(.copy),
      .except(.except),
      .takeBack(.takeBack),
      .history(.history),
      .console(.console),
      .record(.record),
      .plainText(.plainText),
    ] + Reading.bindings(Command.read)

  private var noFindings: Text { Refusal.noFindings(of: board?.row(row)) }

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .rescan:
      Refusal.rescan(board?.row(row)) ?? (record == nil ? noFindings : nil)
    case .cancel: Refusal.cancel(board?.row(row))
    case .copy, .record, .plainText: actions == nil ? noFindings : nil
    case .except: actions.map(\.refusalOfException) ?? noFindings
    case .takeBack: actions.map(\.refusalOfEnd) ?? noFindings
    case .console: actions?.refusalOfConsole ?? (actions == nil ? noFindings : nil)
    case .read(let reading): text.refusal(of: reading)
    case .next, .previous, .guide, .history: nil
    }
  }

  // MARK: Typing

  package var hidesGlobalKeys: Bool { isTyping || copyMenu.isOpen }

  package func hints(in language: Language) -> [Footer.Hint] {
    copyMenu.menu?.hints(in: language)
      ?? (isTyping ? TextSearch.typingHints(in: language) : ownHints(in: language))
  }

  package mutating func typed(_ key: Key) -> Bool {
    if let (choice, steps) = copyMenu.press(key) {
      errands += steps + [choice.flatMap { actions?.copy($0) }].compactMap { $0 }
      return true
    }
    return text.typed(key)
  }

  package mutating func takeErrands() -> [Step] {
    defer { errands = [] }
    return errands
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .next: return turn(by: 1)
    case .previous: return turn(by: -1)
    case .rescan: return record.map { .rescanFinding(row, $0.finding) }
    case .cancel: return .cancel(row)
    case .guide: return .open(.guide(row))
    case .copy: if let menu = actions?.menu { copyMenu.open(menu) }
    case .console: return actions?.openConsole
    case .except: return actions?.except
    case .takeBack: return actions?.endException
    case .history: return .open(.history(row))
    case .record: return actions?.openRecord
    case .plainText: return plainText
    case .read(let reading):
      let step = text.read(reading)
      if reading == .wrap { layOut() }
      return step
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
    text.rewind()
    layOut()
    return nil
  }

  private mutating func layOut() {
    guard let surroundings, let row = surroundings.board.row(row) else { return }
    let current = row.findings?[list.ids[list.index]]
    record = current ?? record ?? row.findings?.fate(of: list.ids[list.index])?.record
    seekSuccessor(in: current == nil ? row.findings : nil)
    var page = surroundings
    page.width = text.width(on: page.width)
    let lines = record.map { FindingPageText($0, row, page).lines } ?? []
    text.show(lines.map { .init($0) }, page: max(1, surroundings.height - 3))
  }

  private mutating func seekSuccessor(in findings: Findings?) {
    isGone = findings != nil
    guard findings !== missedIn else { return }
    missedIn = findings
    let resource = record?.finding.resource
    successor = findings?.records.first { $0.finding.resource == resource }?.finding
  }

  // MARK: What it acts on

  private var board: Board? { surroundings?.board }

  /// What was seen last can still be copied when a scan no longer has it.
  private var actions: FindingActions? {
    guard let surroundings, let record else { return nil }
    if let findings = board?.row(row)?.findings, let place = findings.place(of: record.id) {
      return FindingActions(
        row: row,
        findings: findings,
        places: [place],
        surroundings: surroundings
      )
    }
    return FindingActions(
      row: row,
      findings: Findings([record]),
      places: [0],
      surroundings: surroundings
    )
  }

  /// As on the screen, but every line whole.
  private var plainText: Step? {
    guard var surroundings, let record, let row = surroundings.board.row(row) else { return nil }
    surroundings.width = 10_000
    return .open(.plainText(FindingPageText(record, row, surroundings).lines.map(\.text)))
  }

  // MARK: What is shown

  package func draw(on canvas: inout Canvas, in language: Language) {
    drawTitle(on: &canvas, in: language)
    text.draw(on: &canvas, row: 1, in: language)
    drawStatus(on: &canvas, in: language)
    copyMenu.menu?.draw(on: &canvas, above: 1, in: language)
  }

  private func drawStatus(on canvas: inout Canvas, in language: Language) {
    guard isGone, !text.search.isTyping, !text.search.isActive else { return }
    let room = max(0, canvas.width - text.position(in: language).displayWidth - 3)
    let words = goneWords[language].truncated(toWidth: room)
    canvas.write(words, column: 1, row: canvas.height - 2, style: .bold)
  }

  private var goneWords: Text {
    guard let successor else {
      return Text(
        en: "the latest scan no longer has this finding",
        ja: "最新のスキャンではこの検出はなくなりました"
      )
    }
    let words = successor.words
    return successor.needsAction
      ? Text(en: "now: \(words.en)", ja: "現在: \(words.ja)")
      : Text(en: "fixed: \(words.en)", ja: "解消: \(words.ja)")
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
