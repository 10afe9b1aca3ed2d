import ArgumentParser
import Checks
import Domain
import Reports
import Scanner
import StateStore

struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: Text(
      en: "Scan rows of the checklist and print what was found.",
      ja: "チェックリストの項目をスキャンし、結果を表示する"
    ),
    discussion: Text(
      en: """
        Without rows, all of them are scanned. Rows are written 07, 02-01, 2-1 or ASC 07.

        Exit status: 0 all is well; 1 something alerts; 2 nothing alerts but something is unknown \
        or a manual row is due; 64 usage; 70 the program failed; 130 Ctrl-C.
        """,
      ja: """
        項目を省略すると、すべてスキャンする。項目は 07、02-01、2-1、ASC 07 と書く。

        終了コード: 0 問題なし、1 要対応あり、2 要対応はないが、判定不能または要評価の手動の項目\
        がある、64 使い方の誤り、70 プログラムの失敗、130 Ctrl-C。
        """
    )
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var access: AccessOptions
  @OptionGroup var color: ColorOptions
  @OptionGroup var many: AccountsOptions

  @Option(help: .format)
  var format: ReportFormat = .text

  @OptionGroup var paid: PaidOptions

  @Argument(
    help: ArgumentHelp(
      en: "Rows, such as 07 or 02-01.",
      ja: "項目 (例: 07、02-01)",
      valueName: "row"
    )
  )
  var rows: [String] = []

  func run() async throws {
    try await Program.run(common) { program in
      let selection = Selection(rows: rows, regions: access.regions)
      let checks = try program.checks(named: selection.rows)
      // A file that cannot be used is told before minutes of scanning, not after.
      _ = try program.store.load()
      let request = try many.request()
      let live = LiveAccess(access, program.environment, mfaCode: program.mfaPrompt?.code)
      if let request {
        return try await Self.report(
          AccountsScan(
            request: request,
            live: live,
            program: program,
            checks: checks,
            evidence: paid.request
          ),
          program,
          format,
          color
        )
      }
      let access = try live.access()
      return try await Self.report(checks, access, program, format, color, paid.request)
    }
  }

  /// Scans, writes down what was found, and prints it.
  static func report(
    _ checks: [Check],
    _ access: Access,
    _ program: Program,
    _ format: ReportFormat,
    _ color: ColorOptions,
    _ evidence: EvidenceRequest = EvidenceRequest()
  ) async throws -> ExitCode {
    let result = try await scan(checks, access, program, evidence)
    let record = try program.store.record(result).accounts[result.account]
    let report = ScanReport(result, on: checks, record: record, now: program.now())
    switch format {
    case .json: ScanReportJSON(report).write { program.console.write($0) }
    case .text: program.console.print(ScanReportText(report, on: program.page(color)).text)
    }
    return ExitCode(report.verdict.exitCode)
  }

  /// The same for many accounts.
  private static func report(
    _ scan: AccountsScan,
    _ program: Program,
    _ format: ReportFormat,
    _ color: ColorOptions
  ) async throws -> ExitCode {
    let report = try await Interruption.cancels { try await scan.run() }
    switch format {
    case .json: program.console.print(AccountsReportJSON(report).text)
    case .text: program.console.print(AccountsReportText(report, on: program.page(color)).text)
    }
    return ExitCode(report.exitCode)
  }

  static func scan(
    _ checks: [Check],
    _ access: Access,
    _ program: Program,
    _ evidence: EvidenceRequest
  ) async throws -> ScanResult {
    let line = ScanProgressLine(console: program.console)
    defer { line.end() }
    return try await Interruption.cancels {
      try await access.scan(checks, evidence: evidence, onRecord: program.record(of:)) {
        line.take($0)
      }
    }
  }
}

/// What was typed, sorted out: `--region us-east-1 07` names a region and a row, and `ASC 07` is
/// one row in two words.
struct Selection {
  let rows: [String]
  let regions: [Region]

  init(rows: [String], regions: [Region]) {
    let strays = regions.filter { CheckID($0.name) != nil || Self.isPrefix($0.name) }
    self.regions = regions.filter { !strays.contains($0) }
    self.rows = (rows + strays.map(\.name)).filter { !Self.isPrefix($0) }
  }

  private static func isPrefix(_ word: String) -> Bool {
    word.lowercased() == "asc"
  }
}
