import ArgumentParser
import Domain
import FoundationEssentials
import Reports
import StateStore
import TerminalUI

struct ExceptionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exceptions",
    abstract: "List exceptions, renew one or end one; keep them in a file.",
    discussion: """
      A file of exceptions, such as exceptions.toml, can be kept in git and reviewed. --export \
      writes all of them there, with their renewals and ends; --import takes in what the file \
      says and the record does not, all of it or nothing, so that a second time changes nothing. \
      One that is written by hand needs no id:

        [[exception]]
        row = "ASC 07"          # and region, resource (with * and ?), or several of them
        resource = "vol-scratch-*"
        reason = "scratch volumes of the test account"
        person = "Taro Yamada"
        until = 2026-09-30      # the last day, at most 180 days ahead

        [[exception.renewal]]   # another end, later
        until = 2026-12-31
        person = "Taro Yamada"

      Instead of row, region and resource, out-of-scope = "me-south-1 af-south-1" names regions \
      that scans leave out.
      """
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ColorOptions

  @Option(help: ArgumentHelp("Gives this exception another last day.", valueName: "id"))
  var renew: String?

  @Option(help: ArgumentHelp("Ends this exception for good.", valueName: "id"))
  var end: String?

  @Option(help: ArgumentHelp("With --renew: the new last day.", valueName: "date"))
  var until: Moment?

  @Option(
    name: .customLong("export"),
    help: ArgumentHelp("Writes all exceptions to this file.", valueName: "file")
  )
  var exported: String?

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp("Takes in the exceptions of this file.", valueName: "file")
  )
  var imported: String?

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String = ""

  @Option(help: ArgumentHelp("Who answers for it.", valueName: "who"))
  var person: String?

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  private func check() throws {
    guard [renew, end, exported, imported].count(where: { $0 != nil }) <= 1 else {
      throw Failure.severalActs
    }
    guard (renew == nil) == (until == nil) else {
      throw Failure.renewalWithoutEnd
    }
  }

  func run() async throws {
    try await Program.run(common) { program in
      try check()
      var record = try program.account(common.account)
      if let exported {
        try ExceptionsFile.write(ExceptionsFile.text(of: record), to: exported)
        program.console.note(Self.written(record.log.suppressions.count, to: exported))
        return .success
      }
      let entries = try [entry(record, program)].compactMap { $0 } + fromFile(record, program)
      if !entries.isEmpty {
        let state = try program.store.record(entries, in: record.account, record.partition)
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

  private func fromFile(_ record: AccountRecord, _ program: Program) throws -> [LogEntry] {
    guard let imported else { return [] }
    let now = program.now()
    return try ExceptionsFile(path: imported).entries(
      for: record,
      now: now,
      endOfDay: { Moment(argument: $0)?.end(in: .local(), now: now) },
      path: imported
    )
  }

  private static func written(_ count: Int, to file: String) -> Text {
    Text(en: "\(count) exceptions written to \(file)", ja: "例外\(count)件を \(file) に書き出しました")
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
