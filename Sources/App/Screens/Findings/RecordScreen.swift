import Checks
import Domain
import TerminalUI

/// A finding as it is stored: its JSON as an outline to fold and to search.
package struct RecordScreen: Page {
  package static let name = Text(en: "the stored record", ja: "元データ")

  private let row: CheckID
  private let record: FindingRecord
  private let outline: JSONOutline
  private var surroundings: Surroundings?
  private(set) var folded: Set<JSONOutline.Path> = []
  private(set) var selection = Selection<JSONOutline.Path>()
  private(set) var search = TextSearch()
  private(set) var copyMenu = OpenMenu<CopyForm>()
  private var errands: [Step] = []

  package init(_ row: CheckID, _ record: FindingRecord) {
    self.row = row
    self.record = record
    outline = JSONOutline(of: record)
    selection.replace(with: outline.visible(folded).map(\.path))
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    selection.height = max(1, surroundings.height - 3 - Self.wholeHeight)
    return nil
  }

  /// Below the outline the selected value stands whole, in so many lines.
  private static let wholeHeight = 3

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case fold
    case foldAll
    case copy
    case search
    case nextMatch
    case previousMatch
    case stepOut
    case move(Movement)

    package static let allCases: [Self] =
      [.fold, .foldAll, .copy, .search, .nextMatch, .previousMatch, .stepOut]
      + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      KeyBinding(
        .enter,
        " ",
        command: .fold,
        hint: Text(en: "fold", ja: "折りたたみ"),
        help: Text(en: "fold or unfold", ja: "折りたたむ/開く"),
        weight: 80
      ),
      KeyBinding(
        "*",
        command: .foldAll,
        hint: Text(en: "fold all", ja: "すべて"),
        help: Text(en: "fold or unfold all", ja: "すべて折りたたむ/開く"),
        weight: 30
      ),
      .copy(.copy),
      .search(.search),
      .nextMatch(.nextMatch),
      .previousMatch(.previousMatch),
      KeyBinding(
        .escape,
        command: .stepOut,
        hint: Text(en: "clear", ja: "解除"),
        help: Text(en: "clear the search", ja: "検索を解除")
      ),
    ] + Movement.bindings(Command.move)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .fold where !(selected?.isContainer ?? false):
      Text(en: "only lists and objects fold; they end in ..", ja: "折りたためるのは配列とオブジェクトだけです")
    case .nextMatch, .previousMatch: search.isActive ? nil : Refusal.noQuery
    default: nil
    }
  }

  // MARK: Typing

  package var isTyping: Bool { search.isTyping }
  package var hidesGlobalKeys: Bool { isTyping || copyMenu.isOpen }

  package func hints(in language: Language) -> [Footer.Hint] {
    copyMenu.menu?.hints(in: language)
      ?? (isTyping ? search.typingHints(in: language) : ownHints(in: language))
  }

  package mutating func typed(_ key: Key) -> Bool {
    if let (choice, steps) = copyMenu.press(key) {
      errands += steps + [choice.flatMap { actions?.copy($0) }].compactMap { $0 }
      return true
    }
    guard search.typed(key) else { return false }
    seekFromHere()
    return true
  }

  package mutating func pasted(_ text: String) {
    search.pasted(text)
    seekFromHere()
  }

  package mutating func takeErrands() -> [Step] {
    defer { errands = [] }
    return errands
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .fold: toggle()
    case .foldAll:
      folded = folded.isEmpty ? Set(outline.nodes.filter(\.isContainer).map(\.path)) : []
      layOut()
    case .copy: if let menu = actions?.menu { copyMenu.open(menu) }
    case .search: search.beginTyping()
    case .nextMatch: return seek(in: 1)
    case .previousMatch: return seek(in: -1)
    case .stepOut: return stepOut()
    case .move(let movement): selection.move(movement.motion())
    }
    return nil
  }

  private mutating func toggle() {
    guard let path = selection.id else { return }
    if folded.remove(path) == nil { folded.insert(path) }
    layOut()
  }

  private mutating func layOut() {
    selection.replace(with: outline.visible(folded).map(\.path))
  }

  private mutating func stepOut() -> Step? {
    guard search.isActive else { return .say(Notice.escape) }
    search.clear()
    return nil
  }

  private mutating func seekFromHere() {
    let lines = outline.nodes.map(\.text)
    let found = search.match(in: lines, after: place - 1, direction: 1)
    if let found { show(outline.nodes[found].path) }
  }

  /// Matches in what is folded are found too, and unfolded.
  private mutating func seek(in direction: Int) -> Step? {
    let (here, lines) = (place, outline.nodes.map(\.text))
    guard let next = search.match(in: lines, after: here, direction: direction) else {
      return .say(Refusal.noMatch)
    }
    show(outline.nodes[next].path)
    return (next - here) * direction > 0 ? nil : .say(Refusal.wentRound)
  }

  private var place: Int {
    outline.nodes.firstIndex { $0.path == selection.id } ?? 0
  }

  private mutating func show(_ path: JSONOutline.Path) {
    folded = folded.filter { !path.starts(with: $0) || $0 == path }
    layOut()
    selection.select(path)
  }

  // MARK: What it acts on

  private var selected: JSONOutline.Node? {
    outline.nodes.first { $0.path == selection.id }
  }

  private var actions: FindingActions? {
    surroundings.map {
      FindingActions(
        row: row,
        findings: Findings([record]),
        places: [0],
        surroundings: $0
      )
    }
  }

  // MARK: What is shown

  package func draw(on canvas: inout Canvas, in language: Language) {
    let title = Text(en: "record", ja: "元データ")[language]
    let left = " \(row)  \(title)"
    let room = max(0, canvas.width - left.displayWidth - 4)
    let name = record.finding.resource.label(in: language).truncatedMiddle(toWidth: room)
    canvas.drawBar(left: left, right: name, row: 0)
    drawOutline(on: &canvas)
    drawWhole(on: &canvas)
    drawStatus(on: &canvas, in: language)
    copyMenu.menu?.draw(on: &canvas, above: 1, in: language)
  }

  private func drawOutline(on canvas: inout Canvas) {
    let nodes = outline.visible(folded)
    let visible = selection.visible(height: selection.height)
    for (offset, node) in nodes[visible].enumerated() {
      let row = offset + 1
      let line = node.line(isFolded: folded.contains(node.path))
      canvas.write(line, column: 2, row: row, width: canvas.width - 3)
      if search.matches(node.text) { canvas.restyle(row: row, style: .heading) }
      guard node.path == selection.id else { continue }
      canvas.restyle(row: row, style: .selected)
      canvas.write(">", row: row, style: .selected)
    }
  }

  private func drawWhole(on canvas: inout Canvas) {
    let top = canvas.height - 2 - Self.wholeHeight
    let lines = (selected?.text ?? "").wrapped(toWidth: canvas.width - 2)
    for (offset, line) in lines.prefix(Self.wholeHeight).enumerated() {
      let isCut = offset == Self.wholeHeight - 1 && lines.count > Self.wholeHeight
      let text = isCut ? (line + "   ").truncated(toWidth: canvas.width - 3) + ".." : line
      canvas.write(text, column: 1, row: top + offset, style: .dimmed, width: canvas.width - 2)
    }
  }

  private func drawStatus(on canvas: inout Canvas, in language: Language) {
    let row = canvas.height - 2
    let place = "\(selection.index + 1) / \(selection.ids.count)"
    canvas.writeRight(place, endingAt: canvas.width - 1, row: row)
    guard search.isTyping || search.isActive else { return }
    let width = canvas.width - place.displayWidth - 2
    let count = outline.nodes.count { search.matches($0.text) }
    search.draw(on: &canvas, row: row, width: width, matches: count, in: language)
  }
}
