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
    abstract: Text(
      en: "Record a person's answer to a manual row; it lasts 180 days.",
      ja: "手動の項目の評価を記録する。有効期間は180日"
    ),
    discussion: Text(
      en: """
        The answer belongs to the account last scanned, to the one --account names, or, where the \
        state file knows none, to the one the credentials belong to.
        """,
      ja: """
        評価は --account のアカウント、指定がなければ最後にスキャンしたアカウントに記録する。状\
        態ファイルにアカウントがまだなければ、認証情報のアカウントに記録する。
        """
    )
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var access: AccessOptions

  @Option(
    help: ArgumentHelp(
      en: "compliant, not-compliant or not-applicable.",
      ja: "評価。順に適合、不適合、対象外"
    )
  )
  var outcome: Attestation.Outcome

  @Option(
    help: ArgumentHelp(
      en: "What was looked at and what was found.",
      ja: "所見。確認した内容と結果",
      valueName: "text"
    )
  )
  var note: String

  @Option(
    help: ArgumentHelp(
      en: "Who judged. Default: the caller of the last scan.",
      ja: "評価者。既定は最後のスキャンの呼び出し元",
      valueName: "who"
    )
  )
  var reviewer: String?

  @Option(
    help: ArgumentHelp(en: "Where more evidence lies.", ja: "ほかの証跡の場所", valueName: "url")
  )
  var link: String?

  @Option(
    help: ArgumentHelp(
      en: "The day of the review, today or earlier. Default: now.",
      ja: "評価日。今日以前。既定は現在",
      valueName: "date"
    )
  )
  var date: Moment?

  @Option(help: .format)
  var format: ReportFormat = .text

  @Argument(
    help: ArgumentHelp(
      en: "The manual row, such as 09.",
      ja: "手動の項目 (例: 09)",
      valueName: "row"
    )
  )
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
