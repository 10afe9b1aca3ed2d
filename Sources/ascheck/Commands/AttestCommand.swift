import AWSOperations
import Scanner
import ArgumentParser
import Checks
import Domain
import FoundationEssentials
import Reports
import StateStore
import TerminalUI

struct AttestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attest",
    abstract: "Record a person's answer to a manual row; it lasts 180 days.",
    discussion: """
      The answer belongs to the account last scanned, to the one --account names, or, where the \
      state file knows none, to the one the credentials belong to.
      """
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var access: AccessOptions

  @Option(help: "compliant, not-compliant or not-applicable.")
  var outcome: Attestation.Outcome

  @Option(help: ArgumentHelp("What was looked at and what was found.", valueName: "text"))
  var note: String

  @Option(
    help: ArgumentHelp("Who judged. Default: the caller of the last scan.", valueName: "who")
  )
  var reviewer: String?

  @Option(help: ArgumentHelp("Where more evidence lies.", valueName: "url"))
  var link: String?

  @Option(
    help: ArgumentHelp("The day of the review, today or earlier. Default: now.", valueName: "date")
  )
  var date: Moment?

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  @Argument(help: ArgumentHelp("The manual row, such as 09.", valueName: "row"))
  var row: [String]

  func run() async throws {
    try await Program.run(common) { program in
      let check = try program.check(typed: row)
      guard check.isManual else { throw Failure.judgedAutomatically(check) }
      guard !note.isBlank else { throw StateError.refused(.noNote) }
      let (account, partition, caller, facts) = try await subject(program, check)
      let reviewer =
        reviewer ?? program.reviewer ?? caller
        ?? program.environment.userAtHost
      let attestation = attestation(of: check, by: reviewer, on: facts, at: program.now())
      _ = try program.store.record(attestation, in: account, partition)
      program.print(.attestation(attestation), format, Self.receipt(of: attestation, account))
      return .success
    }
  }

  private func attestation(
    of check: Check,
    by reviewer: String,
    on facts: MaterialFacts?,
    at now: Date
  ) -> Attestation {
    Attestation(
      id: UUID().uuidString.lowercased(),
      row: check.id,
      outcome: outcome,
      note: note,
      reviewer: reviewer,
      link: link,
      attestedAt: date?.start(in: .local()) ?? now,
      recordedAt: now,
      facts: facts
    )
  }

  /// The account the answer is about, who called AWS there last, and what it last showed.
  private func subject(
    _ program: Program,
    _ check: Check
  ) async throws -> (AccountID, Partition, String?, MaterialFacts?) {
    let state = try program.store.load()
    if let record = try program.record(common.account, in: state) {
      let facts = record.evidence[check.id]?.evidence.material
      return (record.account, record.partition, record.lastScan?.caller, facts)
    }
    let live = LiveAccess(access, program.environment, mfaCode: program.mfaPrompt?.code)
    let identity = try await live.access().scanner.identity()
    return (identity.account, identity.partition, identity.arn, nil)
  }

  private static func receipt(of attestation: Attestation, _ account: AccountID) -> Text {
    let end = Zone.local().calendarTime(of: attestation.expiresAt).dateAndTime
    return Text(
      en: "\(attestation.row) recorded as \(attestation.outcome.rawValue) for \(account.grouped), "
        + "valid until \(end)",
      ja: "\(attestation.row) の評価を記録しました (アカウント \(account.grouped)、有効期限 \(end))"
    )
  }
}

extension Attestation.Outcome: ExpressibleByArgument {}

extension Failure {
  fileprivate static func judgedAutomatically(_ check: Check) -> Self {
    let manual = Catalog.checks.filter(\.isManual).map(\.id.number).joined(separator: ", ")
    return Self(
      Text(
        en: "\(check.id) is judged automatically",
        ja: "\(check.id) は自動判定の項目です"
      ),
      hint: Text(
        en: "Manual rows are \(manual). Scan this one: ascheck scan \(check.id.number)",
        ja: "手動で評価する項目は \(manual) です。この項目は ascheck scan \(check.id.number) で判定します。"
      ),
      exitCode: .usage
    )
  }
}
