import App
import ArgumentParser
import Domain
import StateStore

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: Text(
      en: "Review the checklist on the terminal. This is what ascheck alone does.",
      ja: "チェックリストを画面で評価する。ascheck だけでも同じ"
    )
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var access: AccessOptions
  @OptionGroup var color: ScreenOptions

  func run() async throws {
    try await Program.run(common) { program in
      guard program.console.isInteractive else { throw Failure.noTerminal }
      return try await Self.review(program, common, access, color)
    }
  }

  /// Credentials are looked for only when something is scanned: saved results need none.
  static func review(
    _ program: Program,
    _ common: CommonOptions,
    _ access: AccessOptions,
    _ color: ScreenOptions
  ) async throws -> ExitCode {
    let codes = CodeQuestions()
    let accounts = LiveAccounts(access, program, codes)
    var review = InteractiveReview(
      program: program,
      state: try state(program, common.account),
      label: access.profile ?? program.environment["AWS_PROFILE"] ?? "",
      access: accounts.access,
      accounts: accounts.asSwitch,
      codes: codes,
      way: accounts.wayInUse
    )
    review.isReadOnly =
      color.readOnly ?? program.environment.isReadOnly ?? program.configuration.values.isReadOnly
      ?? false
    return try await review.run(color)
  }

  private static func state(_ program: Program, _ account: AccountID?) throws -> State {
    var state = try program.store.load()
    if let record = try program.record(account, in: state) { state.currentAccount = record.account }
    return state
  }
}

extension Failure {
  static let noTerminal = Self(
    Text(
      en: "review needs a terminal for its input and its output",
      ja: "review は端末で実行する必要があります (入力と出力の両方)"
    ),
    hint: Text(
      en: "Without one use ascheck scan, ascheck list or ascheck show.",
      ja: "端末がない場合は ascheck scan、ascheck list、ascheck show を使ってください。"
    ),
    exitCode: .usage
  )
}
