import ArgumentParser
import Domain
import FoundationEssentials
import Reports
import StateStore
import TerminalUI

struct ExceptionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exceptions",
    abstract: Text(
      en: "List exceptions, renew one or end one; keep them in a file.",
      ja: "例外の一覧、更新、終了、書き出し、取り込みを行う"
    ),
    discussion: Text(
      en: """
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
        """,
      ja: """
        例外のファイル (exceptions.toml など) は git で管理し、レビューできる。--export はすべて\
        の例外を、更新と終了も含めて書き出す。--import は、ファイルにあって記録にないものを、す\
        べて取り込むか、まったく取り込まない。繰り返しても結果は同じになる。手で書く例外に ID は\
        要らない:

          [[exception]]
          row = "ASC 07"          # region、resource (* と ? を使える) も可、併用可
          resource = "vol-scratch-*"
          reason = "テスト用アカウントの一時ボリューム"
          person = "山田太郎"
          until = 2026-09-30      # 期限の日。180日以内

          [[exception.renewal]]   # 期限を後から変更する
          until = 2026-12-31
          person = "山田太郎"

        row、region、resource の代わりに out-of-scope = "me-south-1 af-south-1" と書くと、スキャ\
        ンの対象外にするリージョンを指定できる。
        """
    )
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ColorOptions

  @Option(
    help: ArgumentHelp(
      en: "Gives this exception another last day.",
      ja: "この例外の期限を変更する",
      valueName: "id"
    )
  )
  var renew: String?

  @Option(
    help: ArgumentHelp(
      en: "Ends this exception for good.",
      ja: "この例外を終了する。再開はできない",
      valueName: "id"
    )
  )
  var end: String?

  @Option(
    help: ArgumentHelp(
      en: "With --renew: the new last day.",
      ja: "新しい期限の日 (--renew と併用)",
      valueName: "date"
    )
  )
  var until: Moment?

  @Option(
    name: .customLong("export"),
    help: ArgumentHelp(
      en: "Writes all exceptions to this file.",
      ja: "すべての例外をこのファイルに書き出す",
      valueName: "file"
    )
  )
  var exported: String?

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp(
      en: "Takes in the exceptions of this file.",
      ja: "このファイルの例外を取り込む",
      valueName: "file"
    )
  )
  var imported: String?

  @Option(help: ArgumentHelp(en: "Why.", ja: "理由", valueName: "text"))
  var reason: String = ""

  @Option(help: ArgumentHelp(en: "Who answers for it.", ja: "責任者", valueName: "who"))
  var person: String?

  @Option(help: .format)
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
