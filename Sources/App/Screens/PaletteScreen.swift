import Domain
import Reports
import TerminalUI

/// The command line over the screen that asked for it: every command there, by a few letters of
/// its name in either language.
package struct PaletteScreen: Page {
  package static let name = Text(en: "the command line", ja: "命令の入力")

  /// What can be run: the commands of the screen below, and those of every screen.
  let entries: [Entry]
  private(set) var field = TextField()
  private(set) var selection = Selection<String>()
  package private(set) var surroundings: Surroundings?

  init(_ entries: [Entry]) {
    self.entries = entries.filter { $0.step != nil }
    narrow()
  }

  package var isPopup: Bool { true }
  package var isTyping: Bool { true }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    selection.height = listRows.count
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case complete
    case next
    case previous
    case run
    case close
  }

  package static let keymap: [KeyBinding<Command>] = [
    KeyBinding(
      .tab,
      command: .complete,
      hint: Text(en: "complete", ja: "補完"),
      help: Text(en: "complete the name", ja: "名前を補完"),
      weight: 60
    ),
    KeyBinding(
      .down,
      command: .next,
      hint: Text(en: "next", ja: "次"),
      help: Text(en: "the next command", ja: "次の候補"),
      weight: 50
    ),
    KeyBinding(
      .up,
      command: .previous,
      hint: Text(en: "before", ja: "前"),
      help: Text(en: "the command before", ja: "前の候補"),
      weight: 40
    ),
    KeyBinding(
      .enter,
      command: .run,
      hint: Text(en: "run", ja: "実行"),
      help: Text(en: "run the command", ja: "選択した操作を実行"),
      weight: 90
    ),
    KeyBinding(
      .escape,
      .control("c"),
      command: .close,
      hint: Text(en: "close", ja: "閉じる"),
      help: Text(en: "close", ja: "閉じる"),
      weight: 80
    ),
  ]

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .run where place == nil && writing == nil && selected == nil,
      .complete where selected == nil:
      Text(en: "no command is called that; <Esc> closes", ja: "一致する操作はありません。<Esc> で閉じます")
    default: nil
    }
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .complete: complete()
    case .next: selection.move(.next)
    case .previous: selection.move(.previous)
    case .run:
      return place.map { .instead(.goTo($0)) } ?? writing.map { .instead(.write($0)) }
        ?? selected?.run
    case .close: return .close
    }
    return nil
  }

  package mutating func typed(_ key: Key) -> Bool {
    guard key != .control("c"), field.press(key) else { return false }
    narrow()
    return true
  }

  package mutating func pasted(_ text: String) {
    field.paste(text)
    narrow()
  }

  package mutating func click(row: Int) -> Click {
    selection.click(line: row - listRows.lowerBound)
  }
  package mutating func roll(by lines: Int) { selection.roll(by: lines) }

  /// In the language that is being typed; English where nothing says which.
  private mutating func complete() {
    guard let selected else { return }
    let isJapanese = field.text.unicodeScalars.contains { $0.displayWidth == 2 }
    field.text = isJapanese ? selected.words.ja : selected.name
    narrow()
  }

  /// The number of a row to go to, as in `:42`.
  private var place: Int? {
    Int(String(decoding: FoldedText(field.text).bytes, as: UTF8.self))
  }

  /// Rows to a file, as in `:write csv rows.csv`.
  private var writing: WriteRequest? { WriteRequest(typed: field.text) }

  private mutating func narrow() {
    selection = Selection(found.map(\.name), height: listRows.count)
  }

  /// The best first; what cannot be done now after what can.
  private var found: [Entry] {
    let query = FuzzyQuery(field.text)
    guard !query.isEmpty else {
      return entries.filter { $0.refusal == nil } + entries.filter { $0.refusal != nil }
    }
    let scored = entries.compactMap { entry -> (entry: Entry, score: Int)? in
      let byKey = entry.hasKey(field.text) ? 20_000 : 0
      let byName = query.score(of: entry.searchNames)
      guard byKey > 0 || byName != nil else { return nil }
      return (entry, byKey + (byName ?? 0) - (entry.refusal == nil ? 0 : 500))
    }
    // Of equals the one that stands first in the tables: sorting alone does not promise it.
    return scored.enumerated()
      .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
      .map(\.element.entry)
  }

  var selected: Entry? {
    selection.id.flatMap { name in entries.first { $0.name == name } }
  }

  // MARK: What is shown

  private var height: Int { surroundings?.height ?? 1 }
  private var top: Int { max(1, height / 3) }
  private var listRows: Range<Int> { top + 1..<max(top + 2, height - 2) }

  package func draw(on canvas: inout Canvas, in language: Language) {
    for row in top..<max(top, canvas.height - 1) { canvas.fill(row: row) }
    canvas.fill(row: top, style: .heading)
    canvas.write(":", row: top, style: .heading)
    field.draw(on: &canvas, column: 1, row: top, width: canvas.width - 2, style: .heading)
    for (row, index) in zip(listRows, selection.visible(height: listRows.count)) {
      draw(selection.ids[index], on: &canvas, row: row, in: language)
    }
    canvas.write(naming(foot)[language], column: 1, row: canvas.height - 2, width: canvas.width - 2)
  }

  private func draw(_ name: String, on canvas: inout Canvas, row: Int, in language: Language) {
    guard let entry = entries.first(where: { $0.name == name }) else { return }
    let isSelected = name == selection.id
    let style: Style = isSelected ? .selected : entry.refusal == nil ? .plain : .dimmed
    canvas.fill(row: row, style: style)
    if isSelected { canvas.write(">", row: row, style: style) }
    let (keyColumn, noteColumn) = (30, 45)
    canvas.write(entry.words[language], column: 2, row: row, style: style, width: keyColumn - 3)
    canvas.write(
      entry.labels(in: language),
      column: keyColumn,
      row: row,
      style: style,
      width: noteColumn - keyColumn - 1
    )
    let note = entry.refusal.map(Self.notNow)?[language] ?? entry.name
    canvas.write(
      note.truncated(toWidth: canvas.width - noteColumn - 1),
      column: noteColumn,
      row: row,
      style: style
    )
  }

  /// The whole reason of what is selected, else how commands are typed.
  private var foot: Text {
    if let place {
      return Text(en: "<Enter> goes to number \(place)", ja: "<Enter> で \(place) へ移動します")
    }
    if let writing {
      let (name, path) = (writing.format.rawValue.uppercased(), writing.path?.sanitized ?? "")
      return path.isEmpty
        ? Text(
          en: "<Enter> writes \(name); a path may follow",
          ja: "<Enter> で\(name)に書き出します。続けてパスも指定できます"
        )
        : Text(en: "<Enter> writes \(name) to \(path)", ja: "<Enter> で \(path) に書き出します (\(name))")
    }
    if let refusal = selected?.refusal { return Self.notNow(refusal) }
    if selected == nil {
      return Text(en: "no command is called that; <Esc> closes", ja: "一致する操作はありません。<Esc> で閉じます")
    }
    return Text(
      en: "Japanese works too; :42 goes to a row",
      ja: "英語でも入力できます: rescan, attest。:42 でその行へ移動します"
    )
  }

  private static func notNow(_ refusal: Text) -> Text {
    Text(en: "not now: \(refusal.en)", ja: "使えません: \(refusal.ja)")
  }
}
