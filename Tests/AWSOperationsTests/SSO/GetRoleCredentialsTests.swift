import AWSOperations
import Testing

struct GetRoleCredentialsTests {
  @Test func asksWithTheTokenInAHeader() {
    let request = GetRoleCredentials(role: "audit", account: "1", accessToken: "tok").request()
    #expect(request.method == "GET")
    #expect(request.path == "/federation/credentials")
    #expect(request.query == [.init("role_name", "audit"), .init("account_id", "1")])
    #expect(request.headers == [.init("x-amz-sso_bearer_token", "tok")])
  }

  @Test func readsMillisecondsAndPrintsNoSecret() throws {
    let role = try GetRoleCredentials.output(
      from: answer(
        """
        {"roleCredentials": {"accessKeyId": "A", "secretAccessKey": "hidden",
         "sessionToken": "hidden", "expiration": 1782250594000}}
        """
      )
    )
    #expect(role.accessKeyId == "A")
    #expect(try role.expiresAt == date("2026-06-23T21:36:34Z"))
    var dumped = ""
    dump(role, to: &dumped)
    #expect(!"\(role)\(dumped)".contains("hidden"))
  }
}
