import StateStore
import ArgumentParser
import Checks
import Domain
import Reports
import TerminalUI

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Text(
      en: "Print one row: what it amounts to, its findings, its reviews and its guide.",
      ja: "1つの項目の判定、検出、評価、ガイドを表示する"
    ),
    discussion: Text(
      en: "Nothing is scanned. The exit status is that of scan.",
      ja: "スキャンは行わない。終了コードは scan と同じ。"
    )
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ColorOptions

  @Option(
    help: ArgumentHelp(
      en: "Links to the console and in the guide: auto, always or never.",
      ja: "コンソールへのリンクと、ガイドの中のリンク"
    )
  )
  var hyperlink: HyperlinkChoice = .auto

  @Option(help: .format)
  var format: ReportFormat = .text

  @Argument(
    help: ArgumentHelp(
      en: "The row, such as 07 or 02-01.",
      ja: "項目 (例: 07、02-01)",
      valueName: "row"
    )
  )
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
        var page = program.page(color)
        page.isLinked = program.hasLinks(hyperlink)
        program.console.print(RowText(report, guide: guide, on: page).text)
      }
      return ExitCode(report.verdict.exitCode)
    }
  }

  /// Laid out for a terminal; elsewhere the Markdown itself, for what reads it.
  private static func guide(of check: Check, on console: Console) -> [RowText.GuideLine] {
    let markdown = Guide.markdown(of: check.id, in: console.language)
    guard console.isOutputTerminal else {
      let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.map { RowText.GuideLine(String($0)) }
    }
    return Markdown(markdown).document(width: console.width - 1, edge: console.width).map {
      RowText.GuideLine($0.text.text, address: $0.isAddress ? $0.address : nil)
    }
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
