import Domain
import TerminalUI

/// What the keys of a page do, by the names of commands, whatever the commands' type.
struct KeyTable {
  struct Line {
    let command: String
    let keys: [Key]
    /// What can be done without a key.
    var global: GlobalCommand?
  }

  let page: Text
  let lines: [Line]

  init<P: Page>(of page: P.Type) {
    self.page = P.name
    lines = P.keymap.map { Line(command: Self.name(of: $0.command), keys: $0.keys) }
  }

  /// Of a page whose type is known to the page alone.
  init<P: Page>(for page: P) {
    self.init(of: P.self)
  }

  private init(_ page: Text, _ lines: [Line]) {
    self.page = page
    self.lines = lines
  }

  static let everywhere = KeyTable(
    Text(en: "every screen", ja: "すべての画面"),
    GlobalCommand.keymap.map {
      Line(command: name(of: $0.command), keys: $0.keys, global: $0.command)
    }
  )

  static let pages: [KeyTable] = [
    KeyTable(of: ChecklistScreen.self), KeyTable(of: ItemScreen.self),
    KeyTable(of: FindingsScreen.self), KeyTable(of: FindingScreen.self),
    KeyTable(of: RecordScreen.self), KeyTable(of: PlainTextScreen.self),
    KeyTable(of: AttestScreen.self), KeyTable(of: GuideScreen.self),
    KeyTable(of: ToDoScreen.self), KeyTable(of: ProgressScreen.self),
    KeyTable(of: MessagesScreen.self), KeyTable(of: HelpScreen.self),
    KeyTable(of: PaletteScreen.self), KeyTable(of: AccountsScreen.self),
    KeyTable(of: ExceptScreen.self),
  ]

  /// Getting about is called the same in lists and in texts.
  static func name(of command: some Hashable) -> String {
    let words = CommandName(command).words
    return words.hasPrefix("read-") ? String(words.dropFirst(5)) : words
  }
}
