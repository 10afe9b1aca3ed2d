import ArgumentParser
import Domain
import Reports

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: Text(
      en: "Say whether a scan can work here, and what to do where it cannot.",
      ja: "スキャンできる環境かを診断し、できなければ対処を示す"
    ),
    discussion: Text(
      en: """
        Looks at credentials, regions, network, permissions, the state file and the terminal. Each \
        permission is found out by a call that reads little; nothing is changed, and no secret is \
        shown.

        Exit status: 0 a scan can work; 1 it can, but will be incomplete; 64 usage; 70 it cannot.
        """,
      ja: """
        認証情報、リージョン、ネットワーク、権限、状態ファイル、端末を調べる。権限はそれぞれ、読\
        み取りの少ない呼び出しで確かめる。何も変更せず、秘密の値は表示しない。

        終了コード: 0 できる、1 できるが不完全、64 使い方の誤り、70 できない。
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
      en: "Also try what is read as evidence beside manual rows.",
      ja: "手動の項目の証跡を取得できるかも調べる"
    )
  )
  var evidence = false

  func run() async throws {
    try await Program.run(common) { program in
      let live = LiveAccess(access, program.environment, mfaCode: program.mfaPrompt?.code)
      let regions = Selection(rows: [], regions: access.regions).regions
      var doctor = Doctor(program: program, live: live, regions: regions)
      doctor.evidence = evidence
      let report = await doctor.report()
      switch format {
      case .json: program.console.print(report.json(in: program.language))
      case .text: program.console.print(DoctorText(report, on: program.page(color)).text)
      }
      return report.ability.exitCode
    }
  }
}
