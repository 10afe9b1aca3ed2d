import Domain
import FoundationEssentials

/// Exchanges a token of IAM Identity Center for a role's credentials.
package struct GetRoleCredentials: AWSOperation {
  package static let service = Service.sso
  package static let name = "GetRoleCredentials"
  package static let permission: Permission = "sso:GetRoleCredentials"
  package static let isSigned = false

  let role: String
  let account: String
  let accessToken: String

  package init(role: String, account: String, accessToken: String) {
    self.role = role
    self.account = account
    self.accessToken = accessToken
  }

  package func request() -> WireRequest {
    WireRequest(
      method: "GET",
      path: "/federation/credentials",
      query: [.init("role_name", role), .init("account_id", account)],
      headers: [.init("x-amz-sso_bearer_token", accessToken)]
    )
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> RoleCredentials {
    try JSONAnswer.decode(Answer.self, from: answer).roleCredentials
  }

  private struct Answer: Decodable {
    let roleCredentials: RoleCredentials
  }
}

/// The credentials of a role.
///
/// Prints and dumps as when they lapse, so that no log ever holds the secrets.
package struct RoleCredentials: Hashable, Sendable, Decodable {
  package let accessKeyId: String
  package let secretAccessKey: String
  package let sessionToken: String
  /// Milliseconds since 1970.
  let expiration: Double

  package var expiresAt: Date { Date(timeIntervalSince1970: expiration / 1000) }
}

extension RoleCredentials: CustomStringConvertible, CustomReflectable {
  package var description: String { "RoleCredentials(until \(Timestamp.text(expiresAt)))" }
  package var customMirror: Mirror { Mirror(self, children: ["expiresAt": expiresAt]) }
}
