import Domain
import Foundation
import TerminalUI
import Testing

@testable import App

/// `Resources/Manual/keys.md` is written from the key tables.
///
/// `RECORD_SNAPSHOTS=1` writes it anew.
struct KeysManualTests {
  private static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let file = project.appendingPathComponent("Resources/Manual/keys.md")

  private let screens: [any Page.Type] = [
    ChecklistScreen.self, ItemScreen.self, FindingsScreen.self, FindingScreen.self,
    RecordScreen.self, PlainTextScreen.self, AttestScreen.self, ExceptScreen.self,
    ExceptionsScreen.self, HistoryScreen.self, DifferenceScreen.self, AccountsScreen.self,
    MatrixScreen.self, CodeScreen.self, GuideScreen.self, ToDoScreen.self, ProgressScreen.self,
    PaletteScreen.self, MessagesScreen.self, HelpScreen.self,
  ]

  @Test func theManualListsTheKeysOfEveryScreen() throws {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(manual.utf8).write(to: Self.file)
    }
    let written = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(written == manual, "keys.md differs; RECORD_SNAPSHOTS=1 writes it anew")
  }

  @Test func noScreenIsMissing() throws {
    let folder = Self.project.appendingPathComponent("Sources/App/Screens")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let pages = try (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
      .flatMap { try String(contentsOf: $0, encoding: .utf8).split(separator: "\n") }
      .compactMap { $0.firstMatch(of: /struct (\w+): (?:Page|NarrowedList|TextPage)/)?.output.1 }
    #expect(Set(pages.map(String.init)) == Set(screens.map { "\($0)" }))
  }

  private var manual: String {
    let everywhere = Text(en: "every screen", ja: "どの画面でも")
    let global = GlobalCommand.keymap.map { Entry($0, refusal: nil, step: .leave) }
    return "# Keys\n\nキー一覧\n\n" + Self.introduction
      + section(everywhere, global + Entry.ofTerminal) + screens.map(section(of:)).joined()
  }

  private static let introduction = """
    The second column names the command, as it is typed after `:` and changed in the
    configuration file: `key.rescan = F6 r`.

    2列目は操作の名前です。`:` の後に入力でき、設定ファイルでは `key.rescan = F6 r` のように
    キーを変えられます。

    """

  private func section(of screen: any Page.Type) -> String {
    section(screen.name, entries(of: screen))
  }

  private func entries<Screen: Page>(of screen: Screen.Type) -> [Entry] {
    Screen.keymap.map { Entry($0, refusal: nil, step: .leave) }
  }

  private func section(_ name: Text, _ entries: [Entry]) -> String {
    let rows = entries.map { entry in
      let keys = entry.keys.map { "`\($0.label.en)`" }.joined(separator: " ")
      return "| \(keys) | `\(entry.name)` | \(entry.words.en) | \(entry.words.ja) |\n"
    }
    let head = "| key | command | | |\n|---|---|---|---|\n"
    return "\n## \(name.en) / \(name.ja)\n\n" + head + rows.joined()
  }
}
