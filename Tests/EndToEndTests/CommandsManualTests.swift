import Foundation
import Testing

/// `Resources/Manual/commands.md` is what the program says of itself.
///
/// `RECORD_SNAPSHOTS=1` writes it anew.
@Suite(.serialized)
struct CommandsManualTests {
  private static let file = Command.root.appendingPathComponent("Resources/Manual/commands.md")

  @Test func theManualSaysWhatTheProgramSays() async throws {
    let manual = try await manual()
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(manual.utf8).write(to: Self.file)
    }
    let written = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(written == manual, "commands.md differs; RECORD_SNAPSHOTS=1 writes it anew")
  }

  @Test func noHelpIsBrokenInTheMiddleOfALine() async throws {
    for command in try await [""] + commands() {
      for (line, next) in try await lines(of: command) where !next.isEmpty && !next.hasPrefix(" ") {
        let word = next.prefix { $0 != " " }
        #expect(line.count + word.count >= 79 || line.isEmpty, "\(command): \(line)")
      }
    }
  }

  private func manual() async throws -> String {
    let head = """
      # Commands

      What each command says with `--help`. The language of results is that of `--lang`, else of the
      locale; help is in English.

      """
    var sections = ""
    for command in try await [""] + commands() {
      let name = command.isEmpty ? "ascheck" : "ascheck \(command)"
      sections += "\n## \(name)\n\n```text\n\(try await help(of: command))```\n"
    }
    return head + sections + Self.exitCodes
  }

  private static let exitCodes = """

    ## Exit codes

    | code | meaning |
    |--:|---|
    | 0 | all is well |
    | 1 | something alerts, or a manual row is answered by "not compliant" |
    | 2 | nothing alerts, but something is unknown or never ran, or a manual row is due |
    | 64 | wrong usage: an unknown row, region, option or profile, or no terminal to draw on |
    | 70 | the program failed: no credentials, AWS out of reach, a state file it cannot use |
    | 130, 143 | ended by Ctrl-C, by SIGTERM |

    """

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

  private func help(of command: String) async throws -> String {
    let words = command.split(separator: " ").map(String.init)
    let outcome = try await Command(
      arguments: words + ["--help"],
      environment: ["COLUMNS": "80"],
      folder: TemporaryFolder()
    ).run()
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { $0.reversed().drop { $0 == " " }.reversed() }.map { String($0) }
    return text.joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
  }
}
