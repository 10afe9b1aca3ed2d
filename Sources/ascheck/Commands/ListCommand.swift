import StateStore
import ArgumentParser
import Checks
import Domain
import Reports

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the checklist with what the last scans and reviews said.",
    discussion: "Nothing is scanned. The exit status is that of scan."
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  func run() async throws {
    try await Program.run(common) { program in
      try Self.list(program, common.account, as: format, color)
    }
  }

  static func list(
    _ program: Program,
    _ account: AccountID?,
    as format: ReportFormat,
    _ color: ColorOptions
  ) throws -> ExitCode {
    let record = try program.record(account, in: program.store.load())
    let report = ListReport(Catalog.checks, record: record, now: program.now())
    switch format {
    case .json: program.console.print(ListReportJSON(report).text)
    case .text: program.console.print(ChecklistText(report, on: program.page(color)).text)
    }
    return ExitCode(report.verdict.exitCode)
  }
}
