import Foundation
import Testing

/// A role that wants the code of a device, with somebody at the terminal and without.
@Suite(.serialized)
struct MFATests {
  private let folder = TemporaryFolder()
  private let question = "MFA code for arn:aws:iam::123456789012:mfa/me:"

  @Test func asksOnTheTerminalTwiceAndShowsNothingTyped() async throws {
    let again = "A code has six digits. \(question)"
    let terminal = try await scan(answering: [(question, "98765\n"), (again, "987654\n")])
    #expect(terminal.status == 0, "\(terminal.shown)")
    #expect(terminal.shown.contains("Nothing needs attention"))
    #expect(!terminal.shown.contains("98765"))
    #expect(terminal.echoes)
  }

  @Test func givesUpAfterTwoAnswersThatAreNoCode() async throws {
    let terminal = try await scan(answering: [(question, "soon\n"), (question, "later\n")])
    #expect(terminal.status == 70)
    #expect(terminal.shown.contains("mfa/me has six digits"))
    #expect(terminal.echoes)
  }

  @Test func controlCLeavesTheTerminalAsItWas() async throws {
    let terminal = try await scan(answering: [(question, "12\u{3}")])
    #expect(terminal.status == 70)
    #expect(terminal.shown.contains("cancelled"))
    #expect(terminal.echoes)
  }

  @Test func withoutATerminalItSaysWhatToType() async throws {
    let moto = try await Moto("--empty")
    var command = Command(arguments: arguments, environment: try environment(moto))
    command.arguments = ["--wait", command.program] + command.arguments
    command.program = "/usr/bin/setsid"
    let outcome = try await command.run()
    #expect(outcome.code == 70)
    #expect(outcome.errors.contains("nobody can be asked"))
    #expect(outcome.errors.contains("ascheck scan --profile mfa"))
    #expect(outcome.errors.contains("aws configure export-credentials --profile mfa"))
  }

  private var arguments: [String] {
    ["scan", "01", "--profile", "mfa", "--lang", "en", "--state", folder.path("state.json")]
  }

  /// What somebody saw who typed these answers to these questions.
  private func scan(answering answers: [(question: String, answer: String)]) async throws
    -> Terminal
  {
    let moto = try await Moto("--empty")
    let script = Command.root.appendingPathComponent("Tests/EndToEndTests/at_terminal.py").path
    let answers = try JSONEncoder().encode(answers.map { [$0.question, $0.answer] })
    let outcome = try await Command(
      program: try Command.python(),
      arguments: [script, String(decoding: answers, as: UTF8.self), Command.ascheck] + arguments,
      environment: try environment(moto),
      limit: 90
    ).run()
    return try JSONDecoder().decode(Terminal.self, from: Data(outcome.output.utf8))
  }

  private struct Terminal: Decodable {
    let shown: String
    let status: Int32?
    let echoes: Bool
  }

  private func environment(_ moto: Moto) throws -> [String: String] {
    let config = """
      [profile mfa]
      role_arn = arn:aws:iam::123456789012:role/auditor
      mfa_serial = arn:aws:iam::123456789012:mfa/me
      source_profile = base
      [profile base]
      aws_access_key_id = testing
      aws_secret_access_key = testing
      """
    let path = folder.path("config")
    try config.write(toFile: path, atomically: true, encoding: .utf8)
    return moto.environment.merging(["AWS_CONFIG_FILE": path]) { $1 }
  }
}
