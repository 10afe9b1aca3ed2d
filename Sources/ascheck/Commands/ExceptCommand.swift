import ArgumentParser
import Checks
import Domain
import FoundationEssentials
import Reports
import StateStore
import TerminalUI

struct ExceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "except",
    abstract: Text(
      en: "Accept findings with a reason until a date, at most 180 days ahead.",
      ja: "検出を、理由と期限 (180日以内) を付けて例外にする"
    ),
    discussion: Text(
      en: """
        Name findings by their ids, or a pattern: a row, --region NAME (or global), a resource, or \
        several of them, which must then all fit. In a resource * stands for any characters and ? \
        for one; with a colon it is the ARN that must fit, else the short name. Excepted findings \
        keep their status and are counted apart; after the date they count again.

        --out-of-scope with --region puts whole regions out of scope, such as those that a policy \
        of the organization denies: until the date, scans ask nothing there and say why.
        """,
      ja: """
        検出の ID か、パターンで指定する。パターンは項目、--region NAME (または global)、リソー\
        スの組み合わせで、指定した条件すべてに一致する検出が対象になる。リソースの * は任意の文\
        字列、? は任意の1文字。コロンを含めば ARN、含まなければ短い名前と照合する。例外にした検\
        出は、判定はそのままで別に数え、期限を過ぎると再び集計する。

        --out-of-scope は --region のリージョン全体を対象外にする。組織のポリシーで拒否されたリ\
        ージョンなどに使う。期限まで、スキャンはそのリージョンを呼び出さず、理由を表示する。
        """
    )
  )

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      en: "Why the risk is accepted.",
      ja: "リスクを受け入れる理由",
      valueName: "text"
    )
  )
  var reason: String

  @Option(
    help: ArgumentHelp(
      en: "The last day, such as 2026-09-30.",
      ja: "期限の日 (例: 2026-09-30)",
      valueName: "date"
    )
  )
  var until: Moment

  @Option(help: ArgumentHelp(en: "Who answers for it.", ja: "責任者", valueName: "who"))
  var person: String?

  @Option(
    name: .customLong("finding"),
    help: ArgumentHelp(en: "Findings.", ja: "検出の ID", valueName: "id")
  )
  var findings: [String] = []

  /// The same group as of `ascheck` alone, which would else take `--region` for itself and leave
  /// the pattern wider than it was meant.
  @OptionGroup(visibility: .hidden) var access: AccessOptions

  @Option(
    help: ArgumentHelp(
      en: "A resource's ARN or name.",
      ja: "リソースの ARN または名前",
      valueName: "glob"
    )
  )
  var resource: String?

  @Flag(
    help: ArgumentHelp(
      en: "Puts the regions named out of scope: scans leave them out.",
      ja: "指定したリージョンを対象外にし、スキャンしない"
    )
  )
  var outOfScope = false

  @Option(help: .format)
  var format: ReportFormat = .text

  @Argument(help: ArgumentHelp(en: "The row, such as 07.", ja: "項目 (例: 07)", valueName: "row"))
  var row: [String] = []

  private func check() throws {
    let hasPattern = !row.isEmpty || !access.regions.isEmpty || resource != nil
    guard findings.isEmpty || !hasPattern else {
      throw Failure.findingsAndPattern
    }
    let selection = Selection(rows: row, regions: access.regions)
    if outOfScope {
      guard findings.isEmpty, selection.rows.isEmpty, resource == nil,
        !selection.regions.isEmpty
      else { throw Failure.outOfScopeWithoutRegions }
      return
    }
    guard selection.regions.count <= 1 else {
      throw Failure.severalRegions
    }
  }

  func run() async throws {
    try await Program.run(common) { program in
      try check()
      let record = try program.account(common.account)
      let now = program.now()
      let suppression = Suppression(
        id: program.newID(),
        scope: try scope(in: record, program),
        reason: reason,
        person: program.person(person, in: record),
        recordedAt: now,
        until: until.end(in: .local(), now: now)
      )
      let entry = LogEntry.exception(suppression)
      let state = try program.store.record(entry, in: record.account, record.partition)
      let after = state.accounts[record.account] ?? record
      program.print(entry, format, Self.receipt(of: suppression, in: after))
      return .success
    }
  }

  private func scope(in record: AccountRecord, _ program: Program) throws -> Suppression.Scope {
    guard findings.isEmpty else { return .findings(try targets(in: record, program)) }
    let selection = Selection(rows: row, regions: access.regions)
    if outOfScope { return .regions(selection.regions) }
    let check = selection.rows.isEmpty ? nil : try program.check(typed: selection.rows)
    let region = selection.regions.first
    return .pattern(
      Suppression.Pattern(row: check?.id, region: region, resource: resource.map { Glob($0) })
    )
  }

  private func targets(
    in record: AccountRecord,
    _ program: Program
  ) throws -> [Suppression.Target] {
    let rows = try program.store.findings(of: record.account)
    return try findings.map { id in
      for (row, records) in rows {
        guard let found = records.first(where: { $0.id == id }) else { continue }
        return Suppression.Target(finding: id, row: row, resource: found.finding.resource.arn)
      }
      throw Failure.unknownFinding(id)
    }
  }

  private static func receipt(of suppression: Suppression, in record: AccountRecord) -> Text {
    let count = record.rows.values.flatMap(\.excepted)
      .filter { $0.by.contains(suppression.id) }.reduce(0) { $0 + $1.counts.total }
    let id = suppression.id.prefix(8)
    let day = Zone.local().calendarTime(of: suppression.lastMoment).date
    return Text(
      en: "exception \(id) until \(day); findings it covers now: \(count)",
      ja: "例外 \(id) を登録しました (\(day) まで)。現在の対象: \(count)件"
    )
  }
}
