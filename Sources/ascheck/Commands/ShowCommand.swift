import StateStore
import ArgumentParser
import Checks
import Domain
import Reports
import TerminalUI

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one row: what it amounts to, its findings, its reviews and its guide.",
    discussion: "Nothing is scanned. The exit status is that of scan."
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  @Argument(help: ArgumentHelp("The row, such as 07 or 02-01.", valueName: "row"))
  var row: [String]

  func run() async throws {
    try await Program.run(common) { program in
      let check = try program.check(typed: row)
      let record = try program.record(common.account, in: program.store.load())
      let report = RowReport(
        check,
        record: record,
        findings: try findings(of: check, in: record, program),
        now: program.now()
      )
      switch format {
      case .json: program.console.print(RowReportJSON(report).text)
      case .text:
        let guide = Self.guide(of: check, on: program.console)
        program.console.print(RowText(report, guide: guide, on: program.page(color)).text)
      }
      return ExitCode(report.verdict.exitCode)
    }
  }

  /// Laid out for a terminal; elsewhere the Markdown itself, for what reads it.
  private static func guide(of check: Check, on console: Console) -> String {
    let markdown = Guide.markdown(of: check.id, in: console.language)
    guard console.isOutputTerminal else { return markdown }
    let lines = Markdown(markdown).document(width: console.width - 1, edge: console.width)
    return lines.map(\.text.text).joined(separator: "\n")
  }

  private func findings(
    of check: Check,
    in record: AccountRecord?,
    _ program: Program
  ) throws -> [FindingRecord] {
    guard let record else { return [] }
    let saved = try program.store.savedFindings(of: record.account)
    if let notice = saved.notice { program.console.note(notice) }
    return saved.rows[check.id] ?? []
  }
}
