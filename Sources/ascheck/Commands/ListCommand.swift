import StateStore
import ArgumentParser
import Checks
import Domain
import Reports

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Text(
      en: "Print the checklist with what the last scans and reviews said.",
      ja: "最新のスキャンと評価を反映したチェックリストを表示する"
    ),
    discussion: Text(
      en: "Nothing is scanned. The exit status is that of scan.",
      ja: "スキャンは行わない。終了コードは scan と同じ。"
    )
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ColorOptions

  @Option(help: .format)
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
