import ArgumentParser
import Checks
import Domain
import Reports
import Scanner
import StateStore

struct EvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: Text(
      en: "Print what the account shows beside a manual row, for whoever judges it.",
      ja: "手動の項目を評価するための証跡を表示する"
    ),
    discussion: Text(
      en: """
        Prints what the last scan gathered; --refresh asks AWS again. What moved since the row was \
        judged is listed then, now and change. The exit status is that of scan.
        """,
      ja: """
        最後のスキャンで取得した証跡を表示する。--refresh で AWS から取得し直す。前回の評価から\
        の変化は、評価時、現在、変化を並べて示す。終了コードは scan と同じ。
        """
    )
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var access: AccessOptions
  @OptionGroup var color: ColorOptions

  @Option(help: .format)
  var format: ReportFormat = .text

  @Flag(
    help: ArgumentHelp(
      en: "Ask AWS again, and keep the answer.",
      ja: "AWS から取得し直し、保存する"
    )
  )
  var refresh = false

  @OptionGroup var paid: PaidOptions

  @Argument(
    help: ArgumentHelp(
      en: "The manual row, such as 09.",
      ja: "手動の項目 (例: 09)",
      valueName: "row"
    )
  )
  var row: [String]

  func run() async throws {
    try await Program.run(common) { program in
      let check = try program.check(typed: row)
      guard check.isManual else { throw Failure.needsNoReviewer(check) }
      let record =
        refresh || paid.paid
        ? try await refreshed(check, program) : try program.account(common.account)
      let report = EvidenceReport(check, record: record, now: program.now())
      switch format {
      case .json: program.console.print(report.json)
      case .text: program.console.print(report.text(on: program.page(color)))
      }
      return ExitCode(report.verdict.exitCode)
    }
  }

  private func refreshed(_ check: Check, _ program: Program) async throws -> AccountRecord {
    _ = try program.store.load()
    let live = try LiveAccess(access, program.environment, mfaCode: program.mfaPrompt?.code)
      .access()
    let result = try await ScanCommand.scan([check], live, program, paid.request)
    let state = try program.store.record(result)
    return state.accounts[result.account]
      ?? AccountRecord(account: result.account, partition: result.partition)
  }
}

extension Failure {
  fileprivate static func needsNoReviewer(_ check: Check) -> Self {
    Self(
      Text(
        en: "\(check.id) is judged automatically and needs no reviewer",
        ja: "\(check.id) は自動判定の項目です"
      ),
      hint: Text(
        en: "its findings: ascheck show \(check.id.number)",
        ja: "検出結果は ascheck show \(check.id.number) で表示できます"
      ),
      exitCode: .usage
    )
  }
}
