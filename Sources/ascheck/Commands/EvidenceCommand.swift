import ArgumentParser
import Checks
import Domain
import Reports
import Scanner
import StateStore

struct EvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Print what the account shows beside a manual row, for whoever judges it.",
    discussion: """
      Prints what the last scan gathered; --refresh asks AWS again. What moved since the row was \
      judged is listed then, now and change. The exit status is that of scan.
      """
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var access: AccessOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  @Flag(help: "Ask AWS again, and keep the answer.")
  var refresh = false

  @OptionGroup var paid: PaidOptions

  @Argument(help: ArgumentHelp("The manual row, such as 09.", valueName: "row"))
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
