import Domain
import TestSupport
import Testing

@testable import AWSClient

@Suite(.timeLimit(.minutes(5)))
struct ContainerSourceTests {
  static let full = "AWS_CONTAINER_CREDENTIALS_FULL_URI"

  @Test func isAskedThreeTimes() async throws {
    let answers = Locked(["no", "<html>"])
    let server = try LoopbackServer { request in
      let body =
        answers.withLock { $0.popLast() } ?? """
          {"AccessKeyId": "ASIAECS", "SecretAccessKey": "\(request.headers["authorization"] ?? "")",
           "Token": "t", "Expiration": "2035-01-01T00:00:00Z"}
          """
      return .answer(HTTPResponse(status: body == "no" ? 500 : 200, body: Array(body.utf8)))
    }
    defer { server.stop() }
    let setup = setup(
      "\(server.url)/x",
      ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token"],
      ["/token": "jwt"]
    )
    let credentials = try await setup.credentials(curl())
    #expect(credentials.accessKeyID == "ASIAECS")
    #expect(credentials.secretAccessKey == "jwt")
    #expect(setup.time.sleeps == [.seconds(1), .seconds(1)])
  }

  @Test func anAnswerThatStaysWrongIsNamed() async throws {
    let server = try LoopbackServer { _ in
      .answer(HTTPResponse(status: 200, body: Array("<html>".utf8)))
    }
    defer { server.stop() }
    let url = "\(server.url)/x"
    #expect(
      await setup(url).error(try curl())
        == .container(variable: Self.full, .notCredentials(url: url))
    )
  }

  @Test(arguments: [
    "http://example.com/", "http://169.254.169.254/", "http://127.0.0.1.example.com/",
    "http://localhost@example.com/", "http://[fd00:ec2::24]/", "http://127.1/", "http://0127.0.0.1",
  ])
  func otherHostsAreRefused(url: String) async {
    let error = await setup(url).error(ScriptedTransport([]).transport)
    guard case .container(Self.full, .hostRefused)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    "https://example.com/", "http://127.0.0.1/", "http://127.8.9.10:80/x", "http://[::1]:1/",
    "http://localhost:9/", "http://169.254.170.2/x", "http://169.254.170.23/v1/credentials",
    "http://[fd00:ec2::23]/v1/credentials",
  ])
  func knownHostsAreNot(url: String) throws {
    try ContainerHost.check(url)
  }

  @Test(arguments: ["", "x", "ftp://localhost/", "http://", "http:///x"])
  func whatIsNoAddressIsSaidToBeNone(url: String) {
    #expect(throws: ContainerProblem.notAnAddress(url)) { try ContainerHost.check(url) }
  }

  private func setup(
    _ url: String,
    _ environment: [String: String] = [:],
    _ files: [String: String] = [:]
  ) -> SignInCase {
    var setup = SignInCase(files: files)
    setup.profile = nil
    setup.environment = environment.merging([Self.full: url]) { $1 }
    return setup
  }
}
