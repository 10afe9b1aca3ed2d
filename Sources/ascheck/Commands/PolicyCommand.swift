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

  @Argument(help: ArgumentHelp("Automatic rows, such as 07 or 02-01.", valueName: "row"))
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
      en: "manual rows call nothing, so they need no policy",
      ja: "手動の項目はAWSを呼び出さないため、ポリシーは不要です"
    ),
    hint: Text(
      en: "leave the rows out, or name automatic ones; ascheck list shows which are",
      ja: "項目を省略するか、自動の項目を指定してください。種類は ascheck list で確認できます"
    ),
    exitCode: .usage
  )
}
