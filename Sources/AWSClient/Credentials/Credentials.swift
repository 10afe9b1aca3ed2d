import FoundationEssentials

/// What signs a request.
///
/// Prints and dumps as its access key alone, so that no log ever holds the secrets.
package struct Credentials: Hashable, Sendable {
  package let accessKeyID: String
  package let secretAccessKey: String
  package let sessionToken: String?
  package let expiresAt: Date?

  package init(
    accessKeyID: String,
    secretAccessKey: String,
    sessionToken: String? = nil,
    expiresAt: Date? = nil
  ) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
    self.expiresAt = expiresAt
  }
}

extension Credentials: CustomStringConvertible, CustomReflectable {
  package var description: String { "Credentials(\(accessKeyID))" }
  package var customMirror: Mirror { Mirror(self, children: ["accessKeyID": accessKeyID]) }
}
