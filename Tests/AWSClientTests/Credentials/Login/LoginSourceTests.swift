import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

struct LoginSourceTests {
  /// One key in both forms of PEM.
  private static let made = Task { try await fixture("proof.py", "keys").line([String].self) }
  private let keys: [String]

  init() async throws {
    keys = try await Self.made.value
  }

  private let session = "arn:aws:iam::111122223333:user/me"
  private var file: String {
    "/h/.aws/login/cache/\(Digest.hex(Digest.sha256(session.utf8))).json"
  }
  private var config: String {
    "[profile a]\nlogin_session = \(session)\nregion = ap-northeast-1\n"
  }

  @Test func takesWhatStillHolds() async throws {
    let setup = SignInCase(config: config, files: [file: cache(until: "2027-01-15T08:10:00Z")])
    let credentials = try await setup.credentials(ScriptedTransport([]).transport)
    #expect(credentials.accessKeyID == "ASIALOGIN")
    #expect(credentials.sessionToken == "t")
  }

  @Test(arguments: [0, 1])
  func renewsWhatLapsesAndWritesItBack(form: Int) async throws {
    let key = keys[form]
    let script = ScriptedTransport([
      .text(
        200,
        """
        {"accessToken": {"accessKeyId": "ASIANEW", "secretAccessKey": "s", "sessionToken": "t2"},
         "expiresIn": 900, "refreshToken": "r2", "tokenType": "aws_sigv4"}
        """
      )
    ])
    let old = cache(until: "2027-01-15T08:04:00Z", key: key)
    let setup = SignInCase(config: config, files: [file: old])
    #expect(try await setup.credentials(script.transport).accessKeyID == "ASIANEW")
    let request = try #require(script.requests.first)
    #expect(request.url == "https://ap-northeast-1.signin.aws.amazon.com/v1/token")
    #expect(request.header("authorization") == nil)
    let proof = try await proof(try #require(request.header("dpop")), key: key)
    #expect(proof.htu == request.url)
    #expect(proof.htm == "POST")
    #expect(proof.iat == 1_800_000_000)
    #expect(proof.typ == "dpop+jwt")
    #expect(proof.alg == "ES256")
    let tree = try #require(JSONTree(setup.written.withLock { $0[file] } ?? ""))
    #expect(tree["accessToken"]?["accessKeyId"] == .string("ASIANEW"))
    #expect(tree["accessToken"]?["accountId"] == .string("111122223333"))
    #expect(tree["accessToken"]?["expiresAt"] == .string("2027-01-15T08:15:00Z"))
    #expect(tree["refreshToken"] == .string("r2"))
    #expect(tree["idToken"] == .string("kept"))
  }

  @Test func whoIsSignedOutLearnsTheLine() async {
    let error = await SignInCase(config: config).error(ScriptedTransport([]).transport)
    #expect(error == .login(place, .signedOut(file: file)))
    #expect(error?.hint.en == "Run `aws login --profile a`.")
  }

  @Test(arguments: ["", "{", "[]", "{}", #"{"accessToken": {"accessKeyId": "A"}}"#])
  func aCacheThatIsNotWholeIsSaidToBeSo(text: String) async {
    let setup = SignInCase(config: config, files: [file: text])
    #expect(
      await setup.error(ScriptedTransport([]).transport)
        == .login(place, .cacheMalformed(file: file))
    )
  }

  @Test func aRefusedRenewalMeansToSignInAgain() async {
    let script = ScriptedTransport([
      .text(403, #"{"__type": "AccessDeniedException", "error": "TOKEN_EXPIRED"}"#)
    ])
    let setup = SignInCase(config: config, files: [file: cache(until: "2027-01-15T07:00:00Z")])
    #expect(await setup.error(script.transport) == .login(place, .lapsed(file: file)))
  }

  private var place: ProfileKey { SignInCase.key("login_session") }

  private struct Given: Encodable {
    let key: String
    let proof: String
  }

  private struct Proof: Decodable {
    let htm: String
    let htu: String
    let iat: Int
    let jti: String
    let typ: String
    let alg: String
  }

  private func proof(_ text: String, key: String) async throws -> Proof {
    let answer = try await fixture("proof.py").answer(Proof?.self, to: Given(key: key, proof: text))
    return try #require(answer)
  }

  private func cache(until expires: String, key: String? = nil) -> String {
    let key = (key ?? keys[0]).replacing("\n", with: "\\n")
    return """
      {"accessToken": {"accessKeyId": "ASIALOGIN", "secretAccessKey": "s", "sessionToken": "t",
       "accountId": "111122223333", "expiresAt": "\(expires)"}, "refreshToken": "r1",
       "clientId": "c", "dpopKey": "\(key)\\n", "idToken": "kept"}
      """
  }
}
