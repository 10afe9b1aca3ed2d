import ArgumentParser
import Checks
import Domain
import Reports

struct DueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: Text(
      en: "Print which reviews lapse and which exceptions end soon.",
      ja: "期限の近い評価と例外を表示する"
    ),
    discussion: Text(
      en: """
        For cron: nothing is scanned, and the exit status is 0 when nothing is due, 2 otherwise. \
        --format ics makes a calendar file of all that comes within 180 days.
        """,
      ja: """
        cron 向け。スキャンは行わない。終了コードは、期限の近いものがなければ 0、あれば 2。\
        --format ics は、180日以内の期限をすべてカレンダーのファイルにする。
        """
    )
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case ics
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ColorOptions

  @Option(
    help: ArgumentHelp(
      en: "How far ahead to look. Default: 14.",
      ja: "何日先までを対象にするか。既定は14",
      valueName: "days"
    )
  )
  var within: Int?

  @Option(help: ArgumentHelp(en: "How to print: text, json or ics.", ja: "出力形式"))
  var format: Format = .text

  func run() async throws {
    try await Program.run(common) { program in
      guard (0...180).contains(within ?? 0) else { throw Failure.tooFarAhead }
      let report = DueReport(
        Catalog.checks,
        record: try program.account(common.account),
        within: within ?? (format == .ics ? 180 : 14),
        now: program.now()
      )
      switch format {
      case .text: program.console.print(report.text(on: program.page(color)))
      case .json: program.console.print(report.json)
      case .ics: program.console.print(DueCalendar(report, in: program.language).text)
      }
      return report.items.isEmpty || format == .ics ? .success : .undecided
    }
  }
}
