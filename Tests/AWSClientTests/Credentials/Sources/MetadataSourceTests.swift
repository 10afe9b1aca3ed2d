import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

@Suite(.timeLimit(.minutes(5)))
struct MetadataSourceTests {
  @Test func asksForATokenFirst() async throws {
    let server = try LoopbackServer { request in
      let known = request.headers["x-aws-ec2-metadata-token"] == "tok"
      switch (request.method, request.target) {
      case ("PUT", "/latest/api/token"): return Self.text("tok")
      case ("GET", "/latest/meta-data/iam/security-credentials/") where known:
        return Self.text("role")
      case ("GET", "/latest/meta-data/iam/security-credentials/role") where known:
        return Self.text(
          """
          {"Code": "Success", "AccessKeyId": "ASIAEC2", "SecretAccessKey": "s", "Token": "t",
           "Expiration": "2027-01-15T14:00:00Z"}
          """
        )
      default: return .answer(HTTPResponse(status: 401, body: []))
      }
    }
    defer { server.stop() }
    #expect(try await setup(server).credentials(curl()).accessKeyID == "ASIAEC2")
  }

  @Test(arguments: ["<html>Sign in to the hotel</html>", "{}", "two words", "日本"])
  func anAnswerOfSomethingElseIsSaidToBeSo(body: String) async throws {
    let server = try LoopbackServer { _ in Self.text(body) }
    defer { server.stop() }
    guard case .metadata(.notMetadata)? = await setup(server).error(try curl()) else {
      Issue.record("\(String(describing: await setup(server).error(try curl())))")
      return
    }
  }

  @Test func aRoleThatCannotBeHadSaysWhy() async throws {
    let server = try LoopbackServer { request in
      request.target.hasSuffix("/role")
        ? Self.text(#"{"Code": "AssumeRoleUnauthorizedAccess", "Message": "EC2 cannot"}"#)
        : Self.text("role")
    }
    defer { server.stop() }
    #expect(
      await setup(server).error(try curl())
        == .metadata(.roleRefused(role: "role", "AssumeRoleUnauthorizedAccess: EC2 cannot"))
    )
  }

  @Test func whoDoesNotAnswerIsLeft() async throws {
    let server = try LoopbackServer { _ in .hang }
    defer { server.stop() }
    #expect(await setup(server).error(try curl()) == CredentialError.none(profile: "default"))
  }

  @Test func version1IsNotAsked() async throws {
    let script = ScriptedTransport([.text(403)])
    var setup = SignInCase()
    setup.profile = nil
    #expect(await setup.error(script.transport) == CredentialError.none(profile: "default"))
    #expect(script.requests.map(\.url) == ["http://169.254.169.254/latest/api/token"])
    #expect(script.requests.first?.isDirect == true)
    #expect(script.requests.first?.timeout == .seconds(1))
  }

  private static func text(_ text: String) -> LoopbackServer.Action {
    .answer(HTTPResponse(status: 200, body: Array(text.utf8)))
  }

  private func setup(_ server: LoopbackServer) -> SignInCase {
    var setup = SignInCase()
    setup.profile = nil
    setup.environment = ["AWS_EC2_METADATA_SERVICE_ENDPOINT": server.url]
    return setup
  }
}
