import Reports
import ArgumentParser
import Checks
import Domain

/// Reviews on the terminal; where there is none, prints the list.
@main
struct Ascheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ascheck",
    abstract: "Checks an AWS account against the AWS Security Checklist.",
    discussion: """
      Without a command the checklist opens on the terminal, from what was saved; nothing is \
      scanned until you ask for it. Where there is no terminal, it is printed.
      """,
    version: Version.current,
    subcommands: [
      ReviewCommand.self, ScanCommand.self, ListCommand.self, ShowCommand.self,
      AttestCommand.self, WithdrawCommand.self, ExceptCommand.self, ExceptionsCommand.self,
      HistoryCommand.self, DiffCommand.self, EvidenceCommand.self, VerifyCommand.self,
      DueCommand.self,
      DemoCommand.self, ChecklistCommand.self, PolicyCommand.self, DoctorCommand.self,
    ]
  )

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch  where isMisuse(error) {
      Console(language: .asked(of: CommandLine.arguments)).report(Failure(unparsable: error))
      exit(withError: ExitCode.usage)
    } catch {
      exit(withError: error)
    }
  }

  /// Not help that was asked for, and not a command that ran and said what was wrong.
  private static func isMisuse(_ error: any Error) -> Bool {
    !(error is ExitCode) && exitCode(for: error) == .validationFailure
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var access: AccessOptions
  @OptionGroup var color: ScreenOptions

  func run() async throws {
    try await Program.run(common) { program in
      guard program.console.isInteractive else {
        return try ListCommand.list(program, common.account, as: .text, color.colors)
      }
      return try await ReviewCommand.review(program, common, access, color)
    }
  }
}

extension Language {
  /// That of a command line that could not be read as a whole.
  fileprivate static func asked(of arguments: [String]) -> Self {
    let named =
      zip(arguments, arguments.dropFirst()).first { $0.0 == "--lang" }?.1
      ?? arguments.first { $0.hasPrefix("--lang=") }?.dropFirst("--lang=".count).description
    let environment = Environment(variables: Environment.ofThisProcess)
    return named.flatMap(Self.init(rawValue:)) ?? ConfigurationFile(environment).language
      ?? environment.language
  }
}
