import Domain

/// Exchanges a refresh token of IAM Identity Center for a new access token.
package struct CreateToken: AWSOperation {
  package static let service = Service.ssoOIDC
  package static let name = "CreateToken"
  package static let permission: Permission = "sso-oauth:CreateToken"
  package static let isSigned = false

  let clientID: String
  let clientSecret: String
  let refreshToken: String

  package init(clientID: String, clientSecret: String, refreshToken: String) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.refreshToken = refreshToken
  }

  package func request() -> WireRequest {
    .json(
      path: "/token",
      [
        "grantType": .string("refresh_token"),
        "clientId": .string(clientID),
        "clientSecret": .string(clientSecret),
        "refreshToken": .string(refreshToken),
      ]
    )
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> RefreshedToken {
    try JSONAnswer.decode(RefreshedToken.self, from: answer)
  }
}

/// A new access token.
///
/// Prints and dumps as how long it lasts, so that no log ever holds the secrets.
package struct RefreshedToken: Hashable, Sendable, Decodable {
  package let accessToken: String
  /// In seconds.
  package let expiresIn: Int
  /// In place of the one it was got with; `nil` when that one stays.
  package let refreshToken: String?
}

extension RefreshedToken: CustomStringConvertible, CustomReflectable {
  package var description: String { "RefreshedToken(for \(expiresIn) s)" }
  package var customMirror: Mirror { Mirror(self, children: ["expiresIn": expiresIn]) }
}
