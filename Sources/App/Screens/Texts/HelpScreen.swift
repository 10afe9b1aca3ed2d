import Checks
import Domain
import TerminalUI

/// Every key of the screen below, every key of all screens, and what the tags mean.
///
/// What is selected can be run, and words or a key narrow the list to what they are about.
package struct HelpScreen: Page {
  package static let name = Text(en: "this list of keys", ja: "キー一覧")

  let subject: Text
  let here: [Entry]
  let everywhere: [Entry]
  package private(set) var surroundings: Surroundings?
  private(set) var filter = ListFilter()
  /// Its stops are the names of entries.
  private(set) var text = LongText<HelpText.Stop>()

  init(of page: any Page, everywhere: [Entry], keys: KeyChanges = KeyChanges()) {
    subject = type(of: page).name
    let table = KeyTable(for: page)
    here = page.entries.map { $0.with(keys, on: table) }
    self.everywhere = (everywhere + Entry.ofTerminal).map { $0.with(keys, on: table) }
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    layOut()
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case run
    case search
    case close
    case move(Movement)

    package static let allCases: [Self] =
      [.run, .search, .close] + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      KeyBinding(
        .enter,
        command: .run,
        hint: Text(en: "run", ja: "実行"),
        help: Text(en: "do what is selected", ja: "選択中の操作を実行"),
        weight: 90
      ),
      KeyBinding(
        "/",
        command: .search,
        hint: Text(en: "search", ja: "検索"),
        help: Text(en: "by key or by word", ja: "キーや説明を検索"),
        weight: 80
      ),
      KeyBinding(
        .escape,
        command: .close,
        hint: Text(en: "close", ja: "閉じる"),
        help: Text(en: "close this list", ja: "この一覧を閉じる"),
        weight: 70
      ),
    ] + Movement.bindings(Command.move)

  package var isTyping: Bool { filter.isTyping }

  package func hints(in language: Language) -> [Footer.Hint] {
    isTyping ? filter.typingHints(in: language) : ownHints(in: language)
  }

  package func refusal(of command: Command) -> Text? {
    guard command == .run, selected == nil else { return nil }
    return Refusal.nothingSelected
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .run: return selected?.run
    case .search: filter.beginTyping()
    case .close where filter.isActive:
      filter.clear()
      layOut()
    case .close: return .close
    case .move(let movement): text.move(movement)
    }
    return nil
  }

  package mutating func typed(_ key: Key) -> Bool {
    guard filter.typed(key) else { return false }
    text.rewind()
    layOut()
    return true
  }

  package mutating func pasted(_ words: String) {
    filter.pasted(words)
    layOut()
  }

  package mutating func click(row: Int) -> Click { text.click(line: row - 1) }
  package mutating func roll(by lines: Int) { text.roll(by: lines) }

  private mutating func layOut() {
    guard let surroundings else { return }
    let lines = HelpText(self, surroundings.language, width: surroundings.width - 2).lines
    text.show(lines, page: max(1, surroundings.height - 3))
  }

  // MARK: What is shown

  private var selected: Entry? {
    switch text.stop {
    case .here(let index): here[index]
    case .everywhere(let index): everywhere[index]
    case nil: nil
    }
  }

  package func draw(on canvas: inout Canvas, in language: Language) {
    let title = Text(en: "Keys", ja: "キー一覧")
    canvas.drawBar(left: " \(title[language])   \(subject[language])", right: "", row: 0)
    text.draw(on: &canvas, row: 1, in: language)
    guard isTyping || filter.isActive else { return }
    canvas.fill(row: canvas.height - 2)
    filter.draw(
      on: &canvas,
      row: canvas.height - 2,
      width: canvas.width,
      shown: Set(text.lines.compactMap(\.stop)).count,
      of: here.count + everywhere.count,
      in: language
    )
  }
}
