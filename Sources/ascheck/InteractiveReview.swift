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
  var way: SignInWay?
  /// Whether the state file, and all beside it, stays as it is.
  var isReadOnly = false

  private var viewFile: ViewFile {
    ViewFile(beside: program.store.path, of: program.environment.user)
  }

  func run(_ color: ScreenOptions) async throws -> ExitCode {
    let inbox = try Inbox<Message>()
    let effects = Effects(dependencies(inbox)) { inbox.post($0) }
    let options = TerminalOptions(
      environment: program.environment.variables,
      color: color.color,
      theme: color.theme ?? program.configuration.values.theme ?? .auto,
      escapeDelay: program.configuration.values.escapeDelay,
      logPath: nil
    )
    let (now, perform) = (program.now, { @Sendable (effect: Effect) in effects.perform(effect) })
    let (view, problem) = savedView
    let setup = { @Sendable features in self.setup(features, view, problem) }
    let isPlain = color.plain || program.environment.isPlain
    let (session, signal) =
      isPlain
      ? (await runPlainly(setup(.plain), inbox, perform), nil)
      : try await CursesTerminal.run(options, inbox: inbox) { features in
        Session(setup(features), now: now, perform: perform)
      }
    do {
      try effects.finish(session.view)
    } catch {
      // Comfort only: what was recorded is recorded.
      program.console.note(Failure(explaining: error).problem)
    }
    return signal.map { ExitCode(128 + $0) } ?? .success
  }

  /// Line by line, for screen readers.
  private func runPlainly(
    _ setup: Session.Setup,
    _ inbox: Inbox<Message>,
    _ perform: @escaping @Sendable (Effect) -> Void
  ) async -> Session {
    let console = program.console
    console.note(
      Text(
        en: "Type keys (j, Enter), commands (rescan) or numbers (12); q goes back, ? lists all.",
        ja: "キー (j、Enter、PgDn)、操作名 (rescan)、番号 (12) を入力してください。q で戻り、? で一覧を表示します。"
      )
    )
    return await PlainTerminal.run(
      Session(setup, now: program.now, perform: perform),
      inbox: inbox,
      isField: { $0.isTyping },
      print: { console.print($0) }
    )
  }

  /// How the screen was left, or why nobody knows.
  private var savedView: (SavedView, Text?) {
    do {
      return (SavedView(reading: try viewFile.read()), nil)
    } catch {
      return (SavedView(), error.problem)
    }
  }

  private var opening: Text? {
    isReadOnly
      ? Text(
        en: "open read-only: the state file stays as it is",
        ja: "読み取り専用で開きました。状態ファイルは変更されません"
      ) : nil
  }

  private func setup(
    _ features: TerminalFeatures,
    _ view: SavedView,
    _ problem: Text?
  ) -> Session.Setup {
    let faults = program.configuration.faults + [problem].compactMap { $0 }
    var setup = Session.Setup(
      state: state,
      language: features.isASCIIOnly ? .english : program.language,
      label: label,
      reviewer: program.reviewer,
      login: program.environment.userAtHost,
      zone: .local(),
      width: features.width,
      height: features.height,
      notice: features.notices.first ?? (faults.isEmpty ? greeting ?? opening : nil)
    )
    setup.hasAccounts = accounts != nil
    setup.way = way
    setup.configuration = program.configuration.values
    setup.isASCIIOnly = features.isASCIIOnly
    setup.isReadOnly = isReadOnly
    setup.faults = faults
    setup.view = view
    return setup
  }

  private var scan: Effects.Dependencies.Scan {
    { [program, access] checks, evidence, control, onEvent in
      try await access().scan(
        checks,
        evidence: evidence,
        control: control,
        onRecord: program.record(of:),
        onEvent: onEvent
      )
    }
  }

  private var export: @Sendable (Writing) throws -> String {
    let home = program.environment["HOME"]
    let file = ExportFile(folder: FileManager.default.currentDirectoryPath, home: home)
    return { writing in
      let request = writing.request
      return try file.write(
        writing.bytes,
        to: request.path,
        named: writing.name,
        replacing: request.replaces
      )
    }
  }

  private func dependencies(_ inbox: Inbox<Message>) -> Effects.Dependencies {
    let (store, access, viewFile) = (program.store, access, viewFile)
    let environment = program.environment.variables
    let clipboard = Clipboard(environment: environment) { inbox.send($0) }
    let browser = Browser(environment: environment)
    var dependencies = Effects.Dependencies(
      scan: scan,
      rescan: { unit, target in
        try await access().scanner.rescan(
          unit,
          of: target.finding,
          in: target.account,
          target.partition
        )
      },
      recordScan: { try store.record($0) },
      recordEntries: { try store.record($0, in: $1, $2) },
      memories: { try store.memories(of: $0) },
      copy: { clipboard.copy($0).map(Copied.Way.init) ?? .failed },
      browse: { browser.open($0) },
      saveView: { try viewFile.write($0.bytes()) },
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
    dependencies.export = export
    dependencies.codes = codes
    if isReadOnly { dependencies.keepAsItIs() }
    codes.connect { inbox.post($0) }
    return dependencies
  }
}

extension Effects.Dependencies {
  /// Writes nothing: not which account is shown, and not how the screen is left.
  fileprivate mutating func keepAsItIs() {
    accounts.remember = { [load] _ in try load() }
    saveView = { _ in }
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

extension TerminalFeatures {
  /// No screen at all.
  fileprivate static var plain: Self {
    let size = PlainTerminal<Session>.size
    return Self(
      width: size.width,
      height: size.height,
      hasColors: false,
      isASCIIOnly: false,
      notices: []
    )
  }
}
