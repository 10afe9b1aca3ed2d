/// How a scan came to an account's credentials, and how the next one can.
package enum SignInWay: Hashable, Sendable {
  case profile(String)
  /// Keys in variables of the environment.
  case environment
  /// A role that was named on the command line.
  case role(NamedRoleWay)
}

/// A role in whatever account, and who assumes it.
package struct NamedRoleWay: Hashable, Sendable {
  package let name: String
  /// No secret, by AWS's own word: whoever may look at the role can read it.
  package let externalID: String?
  /// The profile that assumes it; `nil` where none had to be named.
  package let profile: String?

  package init(_ name: String, externalID: String? = nil, profile: String? = nil) {
    self.name = name
    self.externalID = externalID
    self.profile = profile
  }
}
