import AWSOperations
import Domain
import FoundationEssentials

/// A sign-in as `aws login` keeps it.
struct LoginSession {
  let credentials: Credentials
  let expires: Date
  /// With all that this program does not know.
  private var tree: JSONTree
  private let clientID: String
  private let refreshToken: String
  private let key: SigningKey

  /// `nil` for text that is no whole sign-in.
  init?(_ text: String) {
    guard let tree = JSONTree(text), let access = tree["accessToken"],
      let key = access["accessKeyId"]?.string, let secret = access["secretAccessKey"]?.string,
      let token = access["sessionToken"]?.string,
      let expires = access["expiresAt"]?.string.flatMap({ Date(iso8601: $0) }),
      let clientID = tree["clientId"]?.string, let refreshToken = tree["refreshToken"]?.string,
      let signingKey = tree["dpopKey"]?.string.flatMap({ SigningKey(pem: $0) })
    else { return nil }
    credentials = Credentials(
      accessKeyID: key,
      secretAccessKey: secret,
      sessionToken: token,
      expiresAt: expires
    )
    self.expires = expires
    self.tree = tree
    self.clientID = clientID
    self.refreshToken = refreshToken
    self.key = signingKey
  }

  /// Asks for new credentials at `url`, proving that the key is at hand (RFC 9449).
  func renewal(url: String, at now: Date, id: String) -> CreateOAuth2Token? {
    guard let proof = ProofOfPossession.text(key: key, url: url, at: now, id: id) else {
      return nil
    }
    return CreateOAuth2Token(clientID: clientID, refreshToken: refreshToken, proof: proof)
  }

  /// The file's new text.
  func renewed(_ answer: LoginToken, at now: Date) throws -> String {
    let expires = now + TimeInterval(answer.expiresIn)
    var access = tree["accessToken"] ?? .object([:])
    access["accessKeyId"] = .string(answer.accessToken.accessKeyId)
    access["secretAccessKey"] = .string(answer.accessToken.secretAccessKey)
    access["sessionToken"] = .string(answer.accessToken.sessionToken)
    access["expiresAt"] = .string(Timestamp.text(expires))
    var tree = tree
    tree["accessToken"] = access
    tree["refreshToken"] = .string(answer.refreshToken)
    return try tree.text()
  }
}

/// The header that shows a server who holds the key of a token: a JSON Web Token of RFC 9449.
enum ProofOfPossession {
  static func text(key: SigningKey, url: String, at now: Date, id: String) -> String? {
    // The public key is part of what is signed, and known once something has been.
    guard let point = key.sign([]) else { return nil }
    let header = """
      {"typ":"dpop+jwt","alg":"ES256","jwk":{"kty":"EC","x":"\(encode(point.x))",\
      "y":"\(encode(point.y))","crv":"P-256"}}
      """
    let payload = """
      {"htm":"POST","htu":"\(url)","iat":\(Int(now.timeIntervalSince1970)),"jti":"\(id)"}
      """
    let signed = "\(encode(Array(header.utf8))).\(encode(Array(payload.utf8)))"
    return key.sign(Array(signed.utf8)).map { "\(signed).\(encode($0.bytes))" }
  }

  private static func encode(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
