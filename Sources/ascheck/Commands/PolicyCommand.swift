import ArgumentParser
import Checks
import Domain

struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: Text(
      en: "Print the least IAM policy that a scan needs.",
      ja: "スキャンに必要な最小限の IAM ポリシーを出力する"
    ),
    discussion: Text(
      en: """
        Without rows, the policy is that of a scan of all of them. With --evidence it also allows \
        to read what is shown beside manual rows; the cost table, which AWS charges for, it does \
        not.
        """,
      ja: """
        項目を省略すると、全項目のスキャンに必要なポリシーになる。--evidence を付けると、手動の\
        項目の証跡の読み取りも許可する。AWS が課金する費用の表は含まない。
        """
    )
  )

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp(en: "json, terraform or cloudformation.", ja: "出力形式"))
  var format: ScanPolicy.Format = .json

  @Flag(
    help: ArgumentHelp(
      en: "Also what is read as evidence beside manual rows.",
      ja: "手動の項目の証跡に必要な権限も含める"
    )
  )
  var evidence = false

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
