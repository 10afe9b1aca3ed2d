import ArgumentParser
import Reports

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say whether a scan can work here, and what to do where it cannot.",
    discussion: """
      Looks at credentials, regions, network, permissions, the state file and the terminal. Each \
      permission is found out by a call that reads little; nothing is changed, and no secret is \
      shown.

      Exit status: 0 a scan can work; 1 it can, but will be incomplete; 64 usage; 70 it cannot.
      """
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var access: AccessOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  @Flag(help: "Also try what is read as evidence beside manual rows.")
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
