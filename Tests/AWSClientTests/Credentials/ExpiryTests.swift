import AWSOperations
import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

/// Credentials that AWS calls expired in the middle of a scan.
@Suite(.timeLimit(.minutes(5)))
struct ExpiryTests {
  private let time = FakeClock()
  private let asked = Locked(0)

  @Test(arguments: ["ExpiredToken", "ExpiredTokenException"])
  func allCallsGoOnWithOneRenewal(code: String) async throws {
    let server = try LoopbackServer { request in
      let isNew = request.headers["authorization"]?.contains("ASIA2/") == true
      let body = isNew ? Answers.vpcs(["vpc-1"]) : Answers.ec2Error(code)
      return .answer(HTTPResponse(status: isNew ? 200 : 400, body: Array(body.utf8)))
    }
    defer { server.stop() }
    let client = try client(server)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<50 {
        group.addTask { try await client.all(DescribeVpcs(), in: "us-east-1").count }
      }
      for try await count in group { #expect(count == 1) }
    }
    #expect(asked.withLock { $0 } == 2)
  }

  @Test func whatStaysExpiredIsAGap() async throws {
    let server = try LoopbackServer { _ in
      .answer(HTTPResponse(status: 400, body: Array(Answers.ec2Error("ExpiredToken").utf8)))
    }
    defer { server.stop() }
    let client = try client(server)
    let gap = await gap { try await client.send(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.cause == .credentials)
    #expect(gap?.code == "ExpiredToken")
    #expect(client.statistics.counts.calls == 2)
  }

  @Test func keysThatNobodyRenewsAreNotTriedAgain() async {
    let script = ScriptedTransport([.text(400, Answers.ec2Error("ExpiredToken"))])
    let client = AWSClient(.scripted(script.transport, time))
    let gap = await gap { try await client.send(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.code == "ExpiredToken")
  }

  private func client(_ server: LoopbackServer) throws -> AWSClient {
    let provider = CredentialProvider { () throws(CredentialError) in
      let number = asked.withLock { asked in
        asked += 1
        return asked
      }
      return Credentials(
        accessKeyID: "ASIA\(number)",
        secretAccessKey: "s",
        sessionToken: "t",
        expiresAt: time.now + 3600
      )
    }
    var parts = AWSClient.Dependencies.scripted(try curl(), time)
    parts.credentials = provider.cached(clock: time.clock)
    parts.endpoints = Endpoints(chosen: EndpointURL(server.url))
    return AWSClient(parts)
  }
}
