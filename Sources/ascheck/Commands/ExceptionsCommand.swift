import ArgumentParser
import Domain
import FoundationEssentials
import Reports
import StateStore
import TerminalUI

struct ExceptionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exceptions",
    abstract: "List exceptions, renew one or end one."
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ColorOptions

  @Option(help: ArgumentHelp("Gives this exception another last day.", valueName: "id"))
  var renew: String?

  @Option(help: ArgumentHelp("Ends this exception for good.", valueName: "id"))
  var end: String?

  @Option(help: ArgumentHelp("With --renew: the new last day.", valueName: "date"))
  var until: Moment?

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String = ""

  @Option(help: ArgumentHelp("Who answers for it.", valueName: "who"))
  var person: String?

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  func validate() throws {
    guard renew == nil || end == nil else { throw ValidationError("Either --renew or --end.") }
    guard (renew == nil) == (until == nil) else {
      throw ValidationError("--renew and --until go together.")
    }
  }

  func run() async throws {
    try await Program.run(common) { program in
      var record = try program.account(common.account)
      if let entry = try entry(record, program) {
        let state = try program.store.record(entry, in: record.account, record.partition)
        record = state.accounts[record.account] ?? record
      }
      let report = ExceptionsReport(record, now: program.now())
      switch format {
      case .text: program.console.print(report.text(on: program.page(color)))
      case .json: program.console.print(report.json)
      }
      return .success
    }
  }

  private func entry(_ record: AccountRecord, _ program: Program) throws -> LogEntry? {
    let (now, person) = (program.now(), program.person(person, in: record))
    if let renew, let until {
      return .renewal(
        Suppression.Renewal(
          id: program.newID(),
          of: try program.exception(renew, in: record).id,
          until: until.end(in: .local(), now: now),
          by: person,
          reason: reason,
          recordedAt: now
        )
      )
    }
    return try end.map { end in
      .ending(
        Suppression.Ending(
          id: program.newID(),
          of: try program.exception(end, in: record).id,
          by: person,
          reason: reason,
          recordedAt: now
        )
      )
    }
  }
}
