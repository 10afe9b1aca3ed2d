import FoundationEssentials

/// What signs a request.
///
/// Never printed, never stored.
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
