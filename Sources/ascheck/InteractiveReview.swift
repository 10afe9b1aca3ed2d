import Scanner
import App
import ArgumentParser
import Checks
import CursesTerminal
import Domain
import FoundationEssentials
import StateStore
import TerminalUI

/// The program on the terminal: joins the session, its effects and the terminal.
struct InteractiveReview: Sendable {
  let program: Program
  let state: State
  /// What people call the account.
  let label: String
  /// Said once the screen is up, unless the terminal itself has something to say.
  var greeting: Text?
  let access: @Sendable () throws -> Access
  /// `nil` where there is but one account.
  var accounts: AccountSwitch?
  /// What sign-ins ask on the screen.
  var codes = CodeQuestions()
  /// What `access` signs in by at first, where that is known.
  var profile: String?

  func run(_ color: ColorOptions) async throws -> ExitCode {
    let inbox = try Inbox<Message>()
    let effects = Effects(dependencies(inbox)) { inbox.post($0) }
    let options = TerminalOptions(
      environment: program.environment.variables,
      color: color.color,
      logPath: nil
    )
    let (now, perform) = (program.now, { @Sendable (effect: Effect) in effects.perform(effect) })
    let setup = { @Sendable features in self.setup(features) }
    _ = try await CursesTerminal.run(options, inbox: inbox) { features in
      Session(setup(features), now: now, perform: perform)
    }
    return .success
  }

  private func setup(_ features: TerminalFeatures) -> Session.Setup {
    var setup = Session.Setup(
      state: state,
      language: program.language,
      label: label,
      reviewer: program.environment["ASCHECK_REVIEWER"],
      login: program.environment.userAtHost,
      zone: .local(),
      width: features.width,
      height: features.height,
      notice: features.notices.first ?? greeting
    )
    setup.hasAccounts = accounts != nil
    setup.profile = profile
    return setup
  }

  private func dependencies(_ inbox: Inbox<Message>) -> Effects.Dependencies {
    let (store, access) = (program.store, access)
    let environment = program.environment.variables
    let clipboard = Clipboard(environment: environment) { inbox.send($0) }
    let browser = Browser(environment: environment)
    var dependencies = Effects.Dependencies(
      scan: { checks, control, onEvent in
        try await access().scan(checks, control: control, onEvent: onEvent)
      },
      recordScan: { try store.record($0) },
      recordAttestation: { try store.record($0, in: $1, $2) },
      findings: { try store.findings(of: $0) },
      copy: { clipboard.copy($0).map(Copied.Way.init) ?? .failed },
      browse: { browser.open($0) },
      load: { try store.load() },
      watch: { store.watch($0) },
      now: program.now,
      newID: { UUID().uuidString.lowercased() },
      explain: { error in
        let failure = Failure(explaining: error)
        return Problem(failure.problem, hint: failure.hint)
      }
    )
    if let accounts { dependencies.accounts = accounts }
    dependencies.codes = codes
    codes.connect { inbox.post($0) }
    return dependencies
  }
}

extension Copied.Way {
  fileprivate init(_ way: Clipboard.Way) {
    self =
      switch way {
      case .tmux: .tmux
      case .terminal: .terminal
      case .tool(let name): .tool(name)
      case .file(let path): .file(path)
      }
  }
}
