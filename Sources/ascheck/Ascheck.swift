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
