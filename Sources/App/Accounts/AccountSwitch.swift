import Domain
import StateStore

/// What going from account to account needs of the world.
package struct AccountSwitch: Sendable {
  /// What the files say of each profile, without a call.
  package var profiles: @Sendable () throws -> [ProfileListing]
  /// Scans from now on go by this profile.
  package var use: @Sendable (AccountChoice) -> Void
  /// Opens with this account next time.
  package var remember: @Sendable (AccountID) throws -> State

  package init(
    profiles: @escaping @Sendable () throws -> [ProfileListing],
    use: @escaping @Sendable (AccountChoice) -> Void,
    remember: @escaping @Sendable (AccountID) throws -> State
  ) {
    self.profiles = profiles
    self.use = use
    self.remember = remember
  }

  /// Where there is but one account.
  package static let none = Self(profiles: { [] }, use: { _ in }, remember: { _ in State() })
}
