import Domain

/// Exchanges a refresh token of `aws login` for new credentials.
package struct CreateOAuth2Token: AWSOperation {
  package static let service = Service.signIn
  package static let name = "CreateOAuth2Token"
  package static let permission: Permission = "signin:CreateOAuth2Token"
  package static let isSigned = false

  let clientID: String
  let refreshToken: String
  /// Proves possession of the key the refresh token is bound to (RFC 9449).
  let proof: String

  package static let path = "/v1/token"

  package init(clientID: String, refreshToken: String, proof: String) {
    self.clientID = clientID
    self.refreshToken = refreshToken
    self.proof = proof
  }

  package func request() -> WireRequest {
    var request = WireRequest.json(
      path: Self.path,
      [
        "clientId": .string(clientID),
        "grantType": .string("refresh_token"),
        "refreshToken": .string(refreshToken),
      ]
    )
    request.headers.append(.init("dpop", proof))
    return request
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> LoginToken {
    try JSONAnswer.decode(LoginToken.self, from: answer)
  }
}

/// New credentials of `aws login`, and what renews them.
///
/// Prints and dumps as how long they last, so that no log ever holds the secrets.
package struct LoginToken: Hashable, Sendable, Decodable {
  package struct Keys: Hashable, Sendable, Decodable {
    package let accessKeyId: String
    package let secretAccessKey: String
    package let sessionToken: String
  }

  package let accessToken: Keys
  /// In seconds.
  package let expiresIn: Int
  package let refreshToken: String
}

extension LoginToken: CustomStringConvertible, CustomReflectable {
  package var description: String { "LoginToken(for \(expiresIn) s)" }
  package var customMirror: Mirror { Mirror(self, children: ["expiresIn": expiresIn]) }
}
