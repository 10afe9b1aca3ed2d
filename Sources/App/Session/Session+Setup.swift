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
  /// What screens see of the program, but for what is said and who may be scanned.
  func surroundings(of board: Board) -> Surroundings {
    var surroundings = Surroundings(board: board, width: width, height: height, language: language)
    surroundings.keys = configuration.keys
    surroundings.isASCIIOnly = isASCIIOnly
    surroundings.filters = configuration.filters
    return surroundings
  }
}
