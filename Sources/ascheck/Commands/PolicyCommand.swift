import ArgumentParser
import Checks
import Domain

struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Print the least IAM policy that a scan needs.",
    discussion: "Without rows, the policy is that of a scan of all of them."
  )

  @OptionGroup var common: CommonOptions

  @Option(help: "json, terraform or cloudformation.")
  var format: ScanPolicy.Format = .json

  @Argument(help: ArgumentHelp("Rows, such as 07 or 02-01.", valueName: "row"))
  var rows: [String] = []

  func run() async throws {
    try await Program.run(common) { program in
      let checks = try program.checks(named: Selection(rows: rows, regions: []).rows)
      program.console.print(ScanPolicy(for: checks).text(as: format))
      return .success
    }
  }
}

extension ScanPolicy.Format: ExpressibleByArgument {}
