import Domain
import Foundation
import TerminalUI
import Testing

/// `Resources/Manual/commands.md` and `commands.ja.md` are what the program says of itself.
///
/// `RECORD_SNAPSHOTS=1` writes them anew.
@Suite(.serialized)
struct CommandsManualTests {
  @Test(arguments: Language.allCases)
  func theManualSaysWhatTheProgramSays(_ language: Language) async throws {
    let manual = try await manual(language)
    let name = Text(en: "commands.md", ja: "commands.ja.md")[language]
    let file = Command.root.appendingPathComponent("Resources/Manual/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(manual.utf8).write(to: file)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == manual, "\(name) differs; RECORD_SNAPSHOTS=1 writes it anew")
  }

  // MARK: Lines

  @Test func noHelpIsBrokenInTheMiddleOfALine() async throws {
    for command in try await [""] + commands() {
      for (line, next) in try await lines(of: command) where !next.isEmpty && !next.hasPrefix(" ") {
        let word = next.prefix { $0 != " " }
        #expect(line.count + word.count >= 79 || line.isEmpty, "\(command): \(line)")
      }
    }
  }

  @Test func noJapaneseLineIsWiderThanTheTerminal() async throws {
    for command in try await [""] + commands() {
      for line in try await help(of: command, .japanese).split(separator: "\n")
      where !line.hasPrefix("使い方: ") {
        #expect(String(line).displayWidth <= 80, "\(command): \(line)")
      }
    }
  }

  /// Words of the program or of the parser that were left in English end in a stop, or are known.
  @Test func japaneseHelpHasNoEnglishSentence() async throws {
    for command in try await [""] + commands() {
      for line in try await help(of: command, .japanese).split(separator: "\n") {
        #expect(!line.contains(/[a-z]{2}\.$|^[A-Z]+:|default|values/), "\(command): \(line)")
      }
    }
  }

  // MARK: Which language

  @Test(arguments: [
    ["--help", "--lang", "ja"], ["--lang=ja", "-h"], ["--lang", "ja", "scan", "--help"],
    ["scan", "--lang", "ja", "--help"], ["help", "scan", "--lang", "ja"],
  ])
  func helpIsInTheLanguageThatIsAskedFor(_ arguments: [String]) async throws {
    let outcome = try await Command(arguments: arguments, folder: TemporaryFolder()).run()
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("概要: "))
  }

  @Test func helpIsInTheLanguageOfTheConfigurationThenOfTheLocale() async throws {
    let folder = TemporaryFolder()
    let settings = folder.url.appendingPathComponent(".config/ascheck")
    try FileManager.default.createDirectory(at: settings, withIntermediateDirectories: true)
    func isJapanese(_ locale: String) async throws -> Bool {
      let environment = ["LC_ALL": locale]
      let command = Command(arguments: ["help"], environment: environment, folder: folder)
      return try await command.run().output.hasPrefix("概要: ")
    }
    #expect(try await isJapanese("ja_JP.UTF-8"))
    #expect(try await !isJapanese("C.UTF-8"))
    try Data("language = \"en\"\n".utf8).write(to: settings.appendingPathComponent("config"))
    #expect(try await !isJapanese("ja_JP.UTF-8"))
  }

  @Test func helpOfACommandIsTheSameBothWays() async throws {
    let environment = ["LC_ALL": "ja_JP.UTF-8"]
    let folder = TemporaryFolder()
    let outcomes = [
      try await Command(arguments: ["help", "due"], environment: environment, folder: folder).run(),
      try await Command(arguments: ["due", "-h"], environment: environment, folder: folder).run(),
    ]
    #expect(outcomes[0].output == outcomes[1].output)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionIsAScriptInAnyLanguage(_ shell: String) async throws {
    let outcome = try await Command(
      arguments: ["--generate-completion-script", shell],
      environment: ["LC_ALL": "ja_JP.UTF-8"],
      folder: TemporaryFolder()
    ).run()
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("ascheck"))
    #expect(!outcome.output.contains("概要"))
  }

  // MARK: The manual

  private func manual(_ language: Language) async throws -> String {
    var sections = ""
    for command in try await [""] + commands() {
      let name = command.isEmpty ? "ascheck" : "ascheck \(command)"
      sections += "\n## \(name)\n\n```text\n\(try await help(of: command, language))```\n"
    }
    return Self.head[language] + sections + Self.exitCodes[language]
  }

  private static let head = Text(
    en: """
      # Commands

      What each command says with `--help`. The language is that of `--lang`, else of the
      configuration, else of the locale. [日本語](commands.ja.md)

      """,
    ja: """
      # コマンド

      各コマンドの `--help` の内容です。言語は `--lang`、設定ファイル、ロケールの順に決まります。

      """
  )

  private static let exitCodes = Text(
    en: """

      ## Exit codes

      | code | meaning |
      |--:|---|
      | 0 | all is well |
      | 1 | something alerts, or a manual row is answered by "not compliant" |
      | 2 | nothing alerts, but something is unknown or never ran, or a manual row is due |
      | 64 | wrong usage: an unknown row, region, option or profile, or no terminal to draw on |
      | 70 | the program failed: no credentials, AWS out of reach, a state file it cannot use |
      | 130, 143 | ended by Ctrl-C, by SIGTERM |

      """,
    ja: """

      ## 終了コード

      | コード | 意味 |
      |--:|---|
      | 0 | 問題なし |
      | 1 | 要対応があるか、不適合と評価された手動の項目がある |
      | 2 | 要対応はないが、判定不能、未実行、または要評価の手動の項目がある |
      | 64 | 使い方の誤り: 項目、リージョン、オプション、プロファイルが正しくないか、画面を表示できる端末がない |
      | 70 | プログラムの失敗: 認証情報がない、AWS に接続できない、状態ファイルを使えない |
      | 130, 143 | Ctrl-C、SIGTERM による終了 |

      """
  )

  /// In the order of the program's own help.
  private func commands() async throws -> [String] {
    let lines = try await help(of: "").split(separator: "\n")
    let start = try #require(lines.firstIndex { $0 == "SUBCOMMANDS:" })
    return lines[(start + 1)...].compactMap { line in
      line.firstMatch(of: #/^\ \ ([a-z]+)\ /#).map { String($0.1) }
    }
  }

  /// Every line of running text before the first heading, with the one that follows it.
  private func lines(of command: String) async throws -> [(Substring, Substring)] {
    let text = try await help(of: command).split(separator: "\n", omittingEmptySubsequences: false)
    let end = text.firstIndex { $0.hasPrefix("USAGE") } ?? text.endIndex
    return Array(zip(text[..<end], text[..<end].dropFirst()))
  }

  private func help(of command: String, _ language: Language = .english) async throws -> String {
    let words = command.split(separator: " ").map(String.init)
    let outcome = try await Command(
      arguments: words + ["--help"],
      environment: ["COLUMNS": "80", "LC_ALL": Text(en: "C.UTF-8", ja: "ja_JP.UTF-8")[language]],
      folder: TemporaryFolder()
    ).run()
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { $0.reversed().drop { $0 == " " }.reversed() }.map { String($0) }
    return text.joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
  }
}
