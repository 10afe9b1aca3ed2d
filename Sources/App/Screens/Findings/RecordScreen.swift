import Checks
import Domain
import TerminalUI

/// A finding as it is stored: its JSON as an outline to fold and to search.
package struct RecordScreen: TextPage {
  package static let name = Text(en: "the stored record", ja: "元データ")

  private let row: CheckID
  private let record: FindingRecord
  private let outline: JSONOutline
  private var surroundings: Surroundings?
  private(set) var folded: Set<JSONOutline.Path> = []
  /// Its stops are the nodes of the outline.
  var text = LongText<JSONOutline.Path>()
  private(set) var copyMenu = OpenMenu<CopyForm>()
  private var errands: [Step] = []

  package init(_ row: CheckID, _ record: FindingRecord) {
    self.row = row
    self.record = record
    outline = JSONOutline(of: record)
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    layOut()
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case fold
    case foldAll
    case copy
    case read(Reading)

    package static let allCases: [Self] =
      [.fold, .foldAll, .copy] + Reading.allCases.map(Self.read)
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
    ] + Reading.bindings(Command.read)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .fold where !(selected?.isContainer ?? false):
      Text(en: "only lists and objects fold; they end in ..", ja: "折りたためるのは配列とオブジェクトだけです")
    case .read(let reading): text.refusal(of: reading)
    default: nil
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
    case .fold: toggle()
    case .foldAll:
      folded = folded.isEmpty ? Set(outline.nodes.filter(\.isContainer).map(\.path)) : []
      layOut()
    case .copy: if let menu = actions?.menu { copyMenu.open(menu) }
    case .read(let reading): return read(reading)
    }
    return nil
  }

  /// What is folded is looked through too, so that it has to be shown.
  private mutating func read(_ reading: Reading) -> Step? {
    if [.search, .nextMatch, .previousMatch].contains(reading), !folded.isEmpty {
      folded = []
      layOut()
    }
    let step = text.read(reading)
    if reading == .wrap { layOut() }
    return step
  }

  private mutating func toggle() {
    guard let path = text.stop else { return }
    if folded.remove(path) == nil { folded.insert(path) }
    layOut()
  }

  private mutating func layOut() {
    guard let surroundings else { return }
    let width = text.width(on: surroundings.width - 2)
    let lines = outline.visible(folded).flatMap { node in
      node.lines(isFolded: folded.contains(node.path), width: width)
        .map { LongText.Line($0, stop: node.path) }
    }
    text.show(lines, page: max(1, surroundings.height - 3))
  }

  // MARK: What it acts on

  private var selected: JSONOutline.Node? {
    outline.nodes.first { $0.path == text.stop }
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
    text.draw(on: &canvas, row: 1, in: language)
    copyMenu.menu?.draw(on: &canvas, above: 1, in: language)
  }
}
