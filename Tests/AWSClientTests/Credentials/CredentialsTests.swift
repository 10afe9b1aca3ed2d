import Testing

@testable import AWSClient

struct CredentialsTests {
  @Test func secretsAreNeitherPrintedNorDumped() {
    let credentials = Credentials(
      accessKeyID: "AKIDEXAMPLE",
      secretAccessKey: "secret",
      sessionToken: "token"
    )
    var dumped = ""
    dump(credentials, to: &dumped)
    for text in ["\(credentials)", String(reflecting: [credentials]), dumped] {
      #expect(text.contains("AKIDEXAMPLE"))
      #expect(!text.contains("secret") && !text.contains("token"))
    }
  }
}
