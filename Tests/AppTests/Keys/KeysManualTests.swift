import Domain
import Foundation
import TerminalUI
import Testing

@testable import App

/// `Resources/Manual/keys.md` is written from the key tables.
///
/// `RECORD_SNAPSHOTS=1` writes it anew.
struct KeysManualTests {
  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Resources/Manual/keys.md")

  @Test func theManualListsTheKeysOfEveryScreen() throws {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(manual.utf8).write(to: Self.file)
    }
    let written = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(written == manual, "keys.md differs; RECORD_SNAPSHOTS=1 writes it anew")
  }

  private var manual: String {
    let everywhere = Text(en: "every screen", ja: "どの画面でも")
    let global = GlobalCommand.keymap.map { Entry($0, refusal: nil, step: .leave) }
    return "# Keys\n\nキー一覧\n"
      + section(everywhere, global + Entry.ofTerminal)
      + section(of: ChecklistScreen.self) + section(of: ItemScreen.self)
      + section(of: FindingsScreen.self) + section(of: FindingScreen.self)
      + section(of: RecordScreen.self) + section(of: PlainTextScreen.self)
      + section(of: AttestScreen.self) + section(of: GuideScreen.self)
      + section(of: ToDoScreen.self) + section(of: ProgressScreen.self)
      + section(of: PaletteScreen.self) + section(of: MessagesScreen.self)
      + section(of: HelpScreen.self)
  }

  private func section<Screen: Page>(of screen: Screen.Type) -> String {
    section(Screen.name, Screen.keymap.map { Entry($0, refusal: nil, step: .leave) })
  }

  private func section(_ name: Text, _ entries: [Entry]) -> String {
    let rows = entries.map { entry in
      let keys = entry.keys.map { "`\($0.label.en)`" }.joined(separator: " ")
      return "| \(keys) | \(entry.words.en) | \(entry.words.ja) |\n"
    }
    return "\n## \(name.en) / \(name.ja)\n\n| key | | |\n|---|---|---|\n" + rows.joined()
  }
}
