import Domain
import StateStore
import TerminalUI

extension Session {
  /// What the program starts with.
  package struct Setup: Sendable {
    package var state: State
    package var language: Language
    /// What people call the account, such as the profile's name.
    package var label: String
    /// Who reviews, if that was set; else it is who called AWS last, else `login`.
    package var reviewer: String?
    package var login: String
    package var zone: Zone
    package var width: Int
    package var height: Int
    /// Said once the screen is up.
    package var notice: Text?
    /// What scans sign in by, where it is known before the first.
    package var way: SignInWay?
    /// Whether there may be other accounts.
    package var hasAccounts = true
    package var configuration = Configuration()
    package var isASCIIOnly = false
    /// Whether the state file is to stay as it is.
    package var isReadOnly = false
    /// What is wrong with the configuration, said too.
    package var faults: [Text] = []
    /// How the screen was left the last time.
    package var view = SavedView()

    package init(
      state: State,
      language: Language,
      label: String,
      reviewer: String?,
      login: String = "",
      zone: Zone,
      width: Int,
      height: Int,
      notice: Text? = nil
    ) {
      self.state = state
      self.language = language
      self.label = label
      self.reviewer = reviewer
      self.login = login
      self.zone = zone
      self.width = width
      self.height = height
      self.notice = notice
    }
  }
}

extension Session.Setup {
  /// Who decides: whoever is set, else the caller of the last scan, else who sits here.
  func reviewer(of record: AccountRecord?) -> String {
    reviewer ?? record?.lastScan?.caller ?? login
  }

  /// What screens see of the program, but for what is said and who may be scanned.
  func surroundings(of board: Board) -> Surroundings {
    var surroundings = Surroundings(board: board, width: width, height: height, language: language)
    surroundings.keys = configuration.keys
    surroundings.mouse = configuration.mouse
    surroundings.isASCIIOnly = isASCIIOnly
    surroundings.filters = configuration.filters
    return surroundings
  }
}

extension Session {
  /// Whether text goes to a field just now.
  package var isTyping: Bool { router.top.isTyping }

  package var plainText: String? { (router.top as? PlainTextScreen)?.text }

  package var textToEdit: String? { router.textToEdit }

  /// Text that stands alone is there for the terminal's own selection.
  package var wantsMouse: Bool { setup.configuration.mouse == .on && plainText == nil }
}

extension AccountRecord {
  /// Of the largest scan so far.
  var mostCalls: Int {
    let calls = history.compactMap { event in
      if case .scan(let summary, _) = event.kind { summary.calls } else { nil }
    }
    return calls.max() ?? 0
  }
}

extension Question {
  static func run(_ rows: [CheckID], calls: Int) -> Self {
    Self(
      Text(
        en: "Run \(rows.count) rows with about \(calls.withSeparators) API calls?",
        ja: "\(rows.count)項目、API呼び出し約\(calls.withSeparators)回を実行しますか"
      ),
      yes: Text(en: "run", ja: "実行"),
      step: .rescan(rows)
    )
  }

  static func quit(isRunning: Bool) -> Self {
    let text =
      isRunning
      ? Text(en: "A scan is running. Quit anyway?", ja: "実行中です。中止して終了しますか")
      : Text(en: "Quit and discard what you typed?", ja: "入力内容を破棄して終了しますか")
    return Self(text, yes: Text(en: "quit", ja: "終了"), step: .quit)
  }
}
