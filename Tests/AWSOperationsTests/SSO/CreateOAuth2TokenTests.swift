import AWSOperations
import Testing

struct CreateOAuth2TokenTests {
  @Test func postsTheRefreshTokenAndTheProof() {
    let request = CreateOAuth2Token(clientID: "c", refreshToken: "r", proof: "p").request()
    #expect(request.path == "/v1/token")
    #expect(request.headers.contains(.init("dpop", "p")))
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == #"{"clientId":"c","grantType":"refresh_token","refreshToken":"r"}"#
    )
  }

  @Test func readsTheKeysAndPrintsNoSecret() throws {
    let token = try CreateOAuth2Token.output(
      from: answer(
        """
        {"accessToken": {"accessKeyId": "A", "secretAccessKey": "hidden", "sessionToken": "hidden"},
         "expiresIn": 900, "refreshToken": "hidden"}
        """
      )
    )
    #expect(token.accessToken.accessKeyId == "A")
    #expect(token.expiresIn == 900)
    #expect(!"\(token)".contains("hidden"))
  }
}
