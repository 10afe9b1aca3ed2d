import AWSOperations
import Testing

struct CreateTokenTests {
  @Test func postsTheRefreshToken() {
    let request = CreateToken(clientID: "c", clientSecret: "\"x\"", refreshToken: "r").request()
    #expect(request.path == "/token")
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == #"{"grantType":"refresh_token","clientId":"c","#
        + #""clientSecret":"\"x\"","refreshToken":"r"}"#
    )
  }

  @Test(arguments: [(#","refreshToken":"next""#, "next"), ("", nil)])
  func readsTheToken(more: String, refreshToken: String?) throws {
    let token = try CreateToken.output(
      from: answer(#"{"accessToken":"hidden","tokenType":"Bearer","expiresIn":28800\#(more)}"#)
    )
    #expect(token.accessToken == "hidden")
    #expect(token.expiresIn == 28800)
    #expect(token.refreshToken == refreshToken)
    #expect(!"\(token)".contains("hidden"))
  }
}
