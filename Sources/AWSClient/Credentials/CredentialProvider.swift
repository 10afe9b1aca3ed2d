/// Where credentials come from, asked before each call.
package struct CredentialProvider: Sendable {
  package let get: @Sendable () async throws(CredentialError) -> Credentials
  /// Others in place of these, which AWS calls expired; the same ones when there are no others.
  package let replace: @Sendable (Credentials) async throws(CredentialError) -> Credentials

  package init(
    get: @escaping @Sendable () async throws(CredentialError) -> Credentials,
    replace: @escaping @Sendable (Credentials) async throws(CredentialError) -> Credentials
  ) {
    self.get = get
    self.replace = replace
  }

  package init(get: @escaping @Sendable () async throws(CredentialError) -> Credentials) {
    self.init(get: get) { stale throws(CredentialError) in stale }
  }

  package static func fixed(_ credentials: Credentials) -> Self {
    Self { () throws(CredentialError) in credentials }
  }
}
