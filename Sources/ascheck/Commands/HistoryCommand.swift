import ArgumentParser
import Checks
import Domain
import Reports

struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: Text(
      en: "Print every scan and what people decided, newest first.",
      ja: "スキャンと、評価や例外の履歴を新しい順に表示する"
    ),
    discussion: Text(
      en: "Of the scans the newest 1,000 are kept; what people decided is kept for ever.",
      ja: "スキャンは最新の1,000件、評価と例外はすべて保存する。"
    )
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ColorOptions

  @Option(help: .format)
  var format: ReportFormat = .text

  @Argument(
    help: ArgumentHelp(
      en: "A row, such as 07. Default: the account.",
      ja: "項目 (例: 07)。既定はアカウント全体",
      valueName: "row"
    )
  )
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
