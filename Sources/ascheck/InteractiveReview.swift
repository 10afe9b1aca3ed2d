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
  let access: @Sendable () throws -> Access

  func run(_ color: ColorOptions) async throws -> ExitCode {
    let inbox = try Inbox<Message>()
    let effects = Effects(dependencies) { inbox.post($0) }
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
    let caller = state.currentAccount.flatMap { state.accounts[$0]?.lastScan?.caller }
    return Session.Setup(
      state: state,
      language: program.language,
      label: label,
      reviewer: program.environment["ASCHECK_REVIEWER"] ?? caller ?? program.environment.userAtHost,
      zone: .local(),
      width: features.width,
      height: features.height
    )
  }

  private var dependencies: Effects.Dependencies {
    let (store, access) = (program.store, access)
    return Effects.Dependencies(
      scan: { checks, control, onEvent in
        let access = try access()
        return try await access.scanner.scan(
          checks,
          regions: access.regions,
          control: control,
          onEvent: onEvent
        )
      },
      recordScan: { try store.record($0) },
      recordAttestation: { try store.record($0, in: $1, $2) },
      findings: { try store.findings(of: $0) },
      load: { try store.load() },
      watch: { store.watch($0) },
      openURL: Browser(program.environment).open,
      now: program.now,
      newID: { UUID().uuidString.lowercased() },
      explain: { error in
        let failure = Failure(explaining: error)
        return Problem(failure.problem, hint: failure.hint)
      }
    )
  }
}
