import FoundationEssentials

/// A profile of the AWS configuration, as far as its files tell, or keys in the environment.
package struct ProfileListing: Hashable, Sendable {
  /// Whether somebody can sign in by it, judged without asking AWS.
  package enum SignIn: Hashable, Sendable {
    /// As far as files can tell; what a sign-in or a key is worth, only AWS knows.
    case ready
    /// Signed in until then.
    case until(Date)
    /// Somebody has to sign in first.
    case lapsed(Text, hint: Text)
    /// The files contradict themselves or lack something.
    case broken(Text, hint: Text)
    /// Nothing in the profile gives credentials.
    case absent
  }

  /// Empty for keys in the environment.
  package let name: String
  /// Whose it is, where the files say so; keys do not.
  package var account: AccountID?
  package var region: Region?
  package var signIn: SignIn
  /// A person is asked for an MFA code.
  package var asksForCode: Bool

  package init(
    name: String,
    account: AccountID? = nil,
    region: Region? = nil,
    signIn: SignIn,
    asksForCode: Bool = false
  ) {
    self.name = name
    self.account = account
    self.region = region
    self.signIn = signIn
    self.asksForCode = asksForCode
  }

  package static func environment(region: Region?, signIn: SignIn) -> Self {
    Self(name: "", region: region, signIn: signIn)
  }

  package var way: SignInWay { name.isEmpty ? .environment : .profile(name) }
}
