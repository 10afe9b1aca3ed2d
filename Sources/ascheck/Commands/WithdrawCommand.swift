import ArgumentParser
import Checks
import Domain
import Reports
import StateStore

struct WithdrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: Text(
      en: "Take an evaluation back; it stays in the history and counts no more.",
      ja: "評価を取り消す。履歴には残るが、以後は無効になる"
    ),
    discussion: Text(
      en: "What counted before it counts again.",
      ja: "1つ前の評価が再び有効になる。"
    )
  )

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp(en: "Why.", ja: "理由", valueName: "text"))
  var reason: String = ""

  @Option(help: ArgumentHelp(en: "Who takes it back.", ja: "取り消す人", valueName: "who"))
  var person: String?

  @Option(help: .format)
  var format: ReportFormat = .text

  @Argument(
    help: ArgumentHelp(
      en: "The row whose evaluation counts now, or an evaluation's id.",
      ja: "取り消す評価の項目、または評価の ID"
    )
  )
  var evaluation: String

  func run() async throws {
    try await Program.run(common) { program in
      let record = try program.account(common.account)
      let attestation = try attestation(in: record, program)
      let withdrawal = Withdrawal(
        id: program.newID(),
        of: attestation.id,
        by: program.person(person, in: record),
        reason: reason,
        recordedAt: program.now()
      )
      let entry = LogEntry.withdrawal(withdrawal)
      _ = try program.store.record(entry, in: record.account, record.partition)
      program.print(entry, format, Self.receipt(of: attestation))
      return .success
    }
  }

  private func attestation(in record: AccountRecord, _ program: Program) throws -> Attestation {
    if let known = record.attestations.first(where: { $0.id == evaluation }) { return known }
    let check = try program.check(typed: [evaluation])
    guard let current = record.review(of: check.id, at: program.now()).attestation else {
      throw Failure.neverReviewed(check.id.description)
    }
    return current
  }

  private static func receipt(of attestation: Attestation) -> Text {
    Text(
      en: "\(attestation.row): the evaluation by \(attestation.reviewer) is withdrawn",
      ja: "\(attestation.row) の評価 (\(attestation.reviewer)) を取り消しました"
    )
  }
}

extension Program {
  /// Says what was written: a line for people, the entry for programs.
  func print(_ entry: LogEntry, _ format: ReportFormat, _ receipt: Text) {
    switch format {
    case .text: console.print(receipt[language])
    case .json: console.print(EntryReport(entry).json)
    }
  }
}
