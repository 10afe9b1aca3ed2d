import Reports
import ArgumentParser
import Checks
import Domain

/// Reviews on the terminal; where there is none, prints the list.
@main
struct Ascheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ascheck",
    abstract: Text(
      en: "Checks an AWS account against the AWS Security Checklist.",
      ja: "AWS アカウントを AWS セキュリティチェックリストで点検する"
    ),
    discussion: Text(
      en: """
        Without a command the checklist opens on the terminal, from what was saved; nothing is \
        scanned until you ask for it. Where there is no terminal, it is printed.
        """,
      ja: """
        コマンドを指定しないと、保存済みの結果でチェックリストの画面を開く。スキャンは指示するま\
        で行わない。端末がなければ、一覧を出力する。
        """
    ),
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
    } catch {
      end(with: error, Console(language: .ofThisCommandLine))
    }
  }

  private static func end(with error: any Error, _ console: Console) -> Never {
    if isMisuse(error) {
      console.report(Failure(unparsable: error))
      exit(withError: ExitCode.usage)
    }
    if console.language == .japanese, let help = JapaneseHelp(error) {
      console.print(help.text(width: console.width))
      exit()
    }
    exit(withError: error)
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
