import Domain

/// Why there are no credentials, or no settings to look for them with.
package enum CredentialError: Error, Hashable, Sendable {
  /// Nothing that could give credentials is configured.
  case none(profile: String)
}
