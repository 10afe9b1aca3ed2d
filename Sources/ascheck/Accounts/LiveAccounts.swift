import AWSClient
import App
import Domain
import FoundationEssentials
import StateStore

/// The profiles of the AWS CLI's files, the keys in the environment and the roles of earlier scans,
/// one of which scans sign in by.
final class LiveAccounts: Sendable {
  private let options: AccessOptions
  private let program: Program
  private let live: Locked<LiveAccess>
  /// Through which role of which account, where scans go by one.
  private let role = Locked<(NamedRoleWay, AccountID)?>(nil)
  /// What a person has typed a code for: no scan asks again while that sign-in lasts.
  private let signedIn = Locked<Access?>(nil)

  /// The terminal is the screen's: codes are asked for there, and never on the terminal itself.
  private let codes: CodeQuestions

  init(_ options: AccessOptions, _ program: Program, _ codes: CodeQuestions) {
    self.options = options
    self.program = program
    self.codes = codes
    live = Locked(LiveAccess(options, program.environment, mfaCode: codes.code))
  }

  /// The way to the account that was chosen last.
  @Sendable func access() throws -> Access {
    if let access = signedIn.withLock({ $0 }) { return access }
    let live = live.withLock { $0 }
    let access = try access(live)
    if try live.settings().asksForCode { signedIn.withLock { $0 = access } }
    return access
  }

  private func access(_ live: LiveAccess) throws -> Access {
    guard let (role, account) = role.withLock({ $0 }) else { return try live.access() }
    let partition = program.record(of: account)?.partition ?? .aws
    return try live.access(through: role, in: account, partition)
  }

  /// What scans go by before anything is chosen; `nil` where the settings cannot say.
  var wayInUse: SignInWay? {
    do {
      return try live.withLock { $0 }.settings().wayInUse
    } catch {
      // The first scan, or the page of accounts, says what is wrong with them.
      return nil
    }
  }

  var asSwitch: AccountSwitch {
    let store = program.store
    return AccountSwitch(
      profiles: { [self] in try profiles() },
      use: { [self] choice in use(choice) },
      remember: { try store.choose($0) }
    )
  }

  private func profiles() throws -> [ProfileListing] {
    let live = live.withLock { $0 }
    return try live.settings().profileListings(try live.tools())
  }

  /// A profile has a CA bundle and a proxy of its own, and so another transport.
  private func use(_ choice: AccountChoice) {
    guard let way = choice.way else { return }
    var options = options
    var role: (NamedRoleWay, AccountID)?
    switch way {
    case .profile(let name): options.profile = name
    case .environment: options.profile = nil
    case .role(let way):
      options.profile = way.profile
      role = choice.account.map { (way, $0) }
    }
    let access = LiveAccess(options, program.environment, mfaCode: codes.code)
    live.withLock { $0 = access }
    self.role.withLock { [role] in $0 = role }
    signedIn.withLock { $0 = nil }
  }
}
