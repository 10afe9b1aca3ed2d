import ArgumentParser
import Checks
import Domain

struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Print the least IAM policy that a scan needs.",
    discussion: """
      Without rows, the policy is that of a scan of all of them. With --evidence it also allows \
      to read what is shown beside manual rows; the cost table, which AWS charges for, it does not.
      """
  )

  @OptionGroup var common: CommonOptions

  @Option(help: "json, terraform or cloudformation.")
  var format: ScanPolicy.Format = .json

  @Flag(help: "Also what is read as evidence beside manual rows.")
  var evidence = false

  @Argument(help: ArgumentHelp("Rows, such as 07 or 02-01.", valueName: "row"))
  var rows: [String] = []

  func run() async throws {
    try await Program.run(common) { program in
      let checks = try program.checks(named: Selection(rows: rows, regions: []).rows)
      guard evidence || checks.contains(where: { !$0.isManual }) else {
        throw Failure.needsNoPolicy
      }
      program.console.print(ScanPolicy(for: checks, evidence: evidence).text(as: format))
      return .success
    }
  }
}

extension ScanPolicy.Format: ExpressibleByArgument {}

extension Failure {
  fileprivate static let needsNoPolicy = Self(
    Text(
      en: "manual rows are answered by people and need no policy",
      ja: "手動の項目は人が評価するため、ポリシーは不要です"
    ),
    hint: Text(
      en: "--evidence prints what the facts beside them need",
      ja: "参考情報の取得に必要な権限は --evidence で表示できます"
    ),
    exitCode: .usage
  )
}
