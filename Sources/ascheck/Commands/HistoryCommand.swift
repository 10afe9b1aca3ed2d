import ArgumentParser
import Checks
import Domain
import Reports

struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Print every scan and what people decided, newest first.",
    discussion: "Of the scans the newest 1,000 are kept; what people decided is kept for ever."
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  @Argument(help: ArgumentHelp("A row, such as 07. Default: the account.", valueName: "row"))
  var row: [String] = []

  func run() async throws {
    try await Program.run(common) { program in
      let record = try program.account(common.account)
      let check = row.isEmpty ? nil : try program.check(typed: row)
      let report = HistoryReport(record, row: check?.id)
      switch format {
      case .text: program.console.print(report.text(on: program.page(color)))
      case .json: program.console.print(report.json)
      }
      return .success
    }
  }
}
