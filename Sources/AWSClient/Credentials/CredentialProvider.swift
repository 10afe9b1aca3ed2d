/// Where credentials come from, asked before each call.
package struct CredentialProvider: Sendable {
  package let get: @Sendable () async throws(CredentialError) -> Credentials

  package init(get: @escaping @Sendable () async throws(CredentialError) -> Credentials) {
    self.get = get
  }

  package static func fixed(_ credentials: Credentials) -> Self {
    Self { () throws(CredentialError) in credentials }
  }
}
