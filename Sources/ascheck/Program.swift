import ArgumentParser
import CMemory
import Checks
import Domain
import FoundationEssentials
import Glibc
import Reports
import StateStore
import TerminalUI

/// What commands share once their options are read: words, the state file, the clock.
struct Program: Sendable {
  let environment: Environment
  let console: Console
  let store: StateStore
  let configuration: ConfigurationFile
  var now: @Sendable () -> Date

  var language: Language { console.language }

  /// Asks for MFA codes, in commands that leave the terminal alone.
  var mfaPrompt: MFAPrompt? { MFAPrompt(language: language) }

  /// Runs a command's body and turns what it throws into words and an exit code.
  static func run(
    _ options: CommonOptions,
    _ body: (Program) async throws -> ExitCode
  ) async throws {
    // `ascheck list | head -1`: a write then fails, and the exit code still tells.
    signal(SIGPIPE, SIG_IGN)
    memory_keep_together()
    let environment = Environment(variables: Environment.ofThisProcess)
    let configuration = ConfigurationFile(environment)
    let console = Console(
      language: options.lang ?? configuration.language ?? environment.language
    )
    for fault in configuration.faults { console.note(fault) }
    let code: ExitCode
    do {
      code = try await body(try Program(options, environment, configuration, console))
    } catch let error as ExitCode {
      throw error
    } catch {
      let failure = Failure(explaining: error)
      console.report(failure)
      throw failure.exitCode
    }
    if code != .success { throw code }
  }

  private init(
    _ options: CommonOptions,
    _ environment: Environment,
    _ configuration: ConfigurationFile,
    _ console: Console
  ) throws {
    self.environment = environment
    self.configuration = configuration
    self.console = console
    if options.state?.isEmpty == true { throw Failure.emptyState }
    let path = try options.state ?? StatePath.default(environment: environment.variables)
    store = StateStore(
      path: path,
      reason: Catalog.reason(code:),
      staleness: configuration.staleness
    )
    now = { Date() }
  }

  /// Who reviews, if the environment or the configuration says so.
  var reviewer: String? {
    environment["ASCHECK_REVIEWER"] ?? configuration.reviewer
  }

  /// Links are for people's terminals; files, pipes and terminals that would print them have none.
  func hasLinks(_ choice: HyperlinkChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: console.isOutputTerminal && environment.knowsHyperlinks
    }
  }

  /// The sheet that text reports are laid out on.
  func page(_ color: ColorOptions) -> Page {
    let isColored =
      switch color.color {
      case .always: true
      case .never: false
      case .auto: console.isOutputTerminal && environment["NO_COLOR"] == nil
      }
    let dates = DateWords(now: now(), zone: .local())
    return Page(
      language,
      width: console.width,
      isColored: isColored,
      typography: Typography(
        width: { $0.displayWidth },
        wrapped: { $0.wrapped(toWidth: $1) },
        sanitized: { $0.sanitized },
        age: { dates.age(of: $0) },
        date: { dates.date($0) },
        dateAndTime: { dates.dateAndTime($0) }
      )
    )
  }

  /// The rows that were named, all of them where none was.
  func checks(named names: [String]) throws -> [Check] {
    guard !names.isEmpty else { return Catalog.checks }
    let ids = try names.map { name in
      guard let id = CheckID(name), let check = Catalog.check(id) else {
        throw Failure.unknownRow(name)
      }
      return check.id
    }
    return Catalog.checks.filter { ids.contains($0.id) }
  }

  /// One row, which may have been typed as two words: `ASC 07`.
  func check(typed words: [String]) throws -> Check {
    let name = words.joined(separator: " ")
    guard let id = CheckID(name), let check = Catalog.check(id) else {
      throw Failure.unknownRow(name)
    }
    return check
  }

  /// The account a command is about: the one named, else the one last used.
  func record(_ named: AccountID?, in state: State) throws -> AccountRecord? {
    if let named {
      guard let record = state.accounts[named] else {
        throw Failure.unknownAccount(named, known: state.accounts.keys.sorted())
      }
      return record
    }
    return state.currentAccount.flatMap { state.accounts[$0] }
  }
}

extension Environment {
  /// From Swift's own snapshot of the variables.
  static var ofThisProcess: [String: String] { ProcessInfo.processInfo.environment }
}

extension Failure {
  fileprivate static let emptyState = Self(
    Text(en: "--state is empty", ja: "--state が空です"),
    hint: Text(
      en: "Name a file, or leave the option out for the usual one.",
      ja: "ファイルを指定するか、オプションを外して既定のファイルを使ってください。"
    ),
    exitCode: .usage
  )

  static func unknownRow(_ name: String) -> Self {
    Self(
      Text(en: "there is no row \"\(name)\" in the checklist", ja: "チェックリストに「\(name)」という項目はありません"),
      hint: Text(
        en: "Rows are written like 07, 02-01 or \"ASC 07\"; ascheck list shows them all.",
        ja: "07、02-01、\"ASC 07\" のように指定してください。一覧は ascheck list で表示できます。"
      ),
      exitCode: .usage
    )
  }

  static func unknownAccount(_ account: AccountID, known: [AccountID]) -> Self {
    let list = known.map(\.digits).joined(separator: ", ")
    return Self(
      Text(
        en: "the state file holds nothing about account \(account.digits)",
        ja: "状態ファイルにアカウント \(account.digits) の記録がありません"
      ),
      hint: known.isEmpty
        ? Text(en: "Scan it first: ascheck scan", ja: "まず ascheck scan を実行してください。")
        : Text(en: "It holds: \(list)", ja: "記録があるアカウント: \(list)"),
      exitCode: .usage
    )
  }
}
