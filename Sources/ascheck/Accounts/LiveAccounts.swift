import AWSClient
import App
import Domain
import FoundationEssentials
import StateStore

/// The profiles of the AWS CLI's files, one of which scans sign in by.
final class LiveAccounts: Sendable {
  private let options: AccessOptions
  private let program: Program
  private let live: Locked<LiveAccess>
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

  /// The way to the account of the profile that was chosen last.
  @Sendable func access() throws -> Access {
    if let access = signedIn.withLock({ $0 }) { return access }
    let live = live.withLock { $0 }
    let access = try live.access()
    if try live.settings().asksForCode { signedIn.withLock { $0 = access } }
    return access
  }

  /// What scans go by before anything is chosen; `nil` where the settings cannot say.
  var profileInUse: String? {
    do {
      return try live.withLock { $0 }.settings().profileInUse
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
    guard let profile = choice.profile else { return }
    var options = options
    options.profile = profile
    let access = LiveAccess(options, program.environment, mfaCode: codes.code)
    live.withLock { $0 = access }
    signedIn.withLock { $0 = nil }
  }
}
