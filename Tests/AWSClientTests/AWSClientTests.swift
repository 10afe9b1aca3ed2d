import AWSOperations
import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

@Suite(.timeLimit(.minutes(5)))
struct AWSClientTests {
  let time = FakeClock()

  @Test func asksSignedAtTheRegionsEndpoint() async throws {
    let script = ScriptedTransport([.text(200, Answers.identity)])
    let identity = try await client(script).send(GetCallerIdentity(), in: "ap-northeast-1")
    #expect(identity.account == "111122223333")
    let request = try #require(script.requests.first)
    #expect(request.url == "https://sts.ap-northeast-1.amazonaws.com/")
    #expect(request.method == "POST")
    #expect(
      request.header("authorization")?.contains("/ap-northeast-1/sts/aws4_request, ") == true
    )
  }

  @Test func aRefusalBecomesAGapThatSaysWhatWhereAndWhy() async {
    let script = ScriptedTransport([
      .text(
        403,
        """
        <Response><Errors><Error><Code>UnauthorizedOperation</Code>
        <Message>You are not authorized, with an explicit deny in a service control policy</Message>
        </Error></Errors></Response>
        """
      )
    ])
    await #expect(
      throws: Gap(
        .accessDenied,
        "ec2:DescribeVpcs",
        region: "eu-west-1",
        code: "UnauthorizedOperation",
        deniedBy: .serviceControlPolicy,
        message: "You are not authorized, with an explicit deny in a service control policy"
      )
    ) {
      try await client(script).send(DescribeVpcs(), in: "eu-west-1")
    }
  }

  @Test func aCodeThatOnlySaysNotConfiguredIsAValue() async throws {
    let script = ScriptedTransport([.text(404, Answers.error("NoSuchBucketPolicy"))])
    let policy = try await client(script).send(GetBucketPolicy(bucket: "b"), in: "us-east-1")
    #expect(policy == nil)
  }

  @Test func aRefusalThatTellsAllTheSameIsAValue() async throws {
    let script = ScriptedTransport([.text(403, "", ["x-amz-bucket-region": "eu-north-1"])])
    let region = try await client(script).send(HeadBucket(bucket: "b"), in: "us-east-1")
    #expect(region == "eu-north-1")
  }

  @Test func anAnswerOfAnotherOperationIsNotImplemented() async {
    let script = ScriptedTransport([.text(200, "<ListBucketResult/>")])
    let gap = await gap {
      try await client(script).send(GetBucketAcl(bucket: "b"), in: "us-east-1")
    }
    #expect(gap?.cause == .notImplemented)
  }

  @Test func anAnswerThatIsCutOffIsUndecodable() async {
    let script = ScriptedTransport([.text(200, "<DescribeVpcsResponse><vpcSet>")])
    let gap = await gap { try await client(script).send(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.cause == .undecodable)
  }

  @Test func throttlesAreToldAndTriedAgain() async throws {
    let slow = ScriptedTransport.Answer.text(503, Answers.ec2Error("RequestLimitExceeded"))
    let script = ScriptedTransport([slow, slow, .text(200, Answers.vpcs([]))])
    let throttles = Locked<[Int]>([])
    let client = client(script).forScan { count in throttles.withLock { $0.append(count) } }
    _ = try await client.send(DescribeVpcs(), in: "us-east-1")
    #expect(throttles.withLock { $0 } == [1, 2])
    #expect(time.sleeps == [.milliseconds(100), .milliseconds(200)])
    #expect(client.statistics.counts.calls == 3)
    #expect(client.statistics.counts.throttles == 2)
    #expect(client.statistics.counts.gaps == 0)
  }

  @Test func throttlesThatStayEndAfterEightTries() async {
    let script = ScriptedTransport { _ in .text(400, Answers.ec2Error("Throttling")) }
    let client = client(script)
    let gap = await gap { try await client.send(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.cause == .throttled)
    #expect(gap?.code == "Throttling")
    #expect(script.requests.count == 8)
    #expect(client.statistics.counts.gaps == 1)
  }

  @Test func serverFaultsAndBrokenConnectionsAreTriedFourTimes() async {
    let broken = ScriptedTransport { _ in .failure(.unreachable("reset")) }
    let broke = await gap { try await client(broken).send(DescribeVpcs(), in: "us-east-1") }
    #expect(broke == Gap(.unreachable, "ec2:DescribeVpcs", region: "us-east-1", message: "reset"))
    #expect(broken.requests.count == 4)
    let faulty = ScriptedTransport { _ in .text(500, Answers.ec2Error("InternalError")) }
    let fault = await gap { try await client(faulty).send(DescribeVpcs(), in: "us-east-1") }
    #expect(fault?.code == "InternalError")
    #expect(faulty.requests.count == 4)
  }

  @Test func refusalsAreNotTriedAgain() async {
    let script = ScriptedTransport([.text(400, Answers.ec2Error("InvalidParameterValue"))])
    let gap = await gap { try await client(script).send(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.cause == .refused)
    #expect(gap?.code == "InvalidParameterValue")
    #expect(time.sleeps.isEmpty)
  }

  @Test func credentialsThatCannotBeHadAreAGap() async {
    let script = ScriptedTransport([])
    var parts = AWSClient.Dependencies(
      credentials: CredentialProvider { () throws(CredentialError) in throw .none(profile: "p") },
      transport: script.transport
    )
    parts.clock = time.clock
    let client = AWSClient(parts)
    let gap = await gap { try await client.send(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.cause == .credentials)
  }

  @Test func nothingIsSentAfterTheDeadline() async {
    let script = ScriptedTransport([])
    let client = client(script).forScan(until: time.now)
    let gap = await gap { try await client.send(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.cause == .cancelled)
  }

  @Test func noCallOutlivesTheDeadline() async throws {
    let script = ScriptedTransport([.text(200, Answers.vpcs([]))])
    let client = client(script).forScan(until: time.now + 7)
    _ = try await client.send(DescribeVpcs(), in: "us-east-1")
    #expect(script.requests.first?.timeout == .seconds(7))
  }

  @Test func cancellationEndsACallThatHangs() async throws {
    let arrived = AsyncStream<Void>.makeStream()
    let server = try LoopbackServer { _ in
      arrived.continuation.yield()
      return .hang
    }
    defer { server.stop() }
    let client = try client(server)
    let task = Task { await gap { try await client.send(DescribeVpcs(), in: "us-east-1") } }
    for await _ in arrived.stream { break }
    task.cancel()
    #expect(await task.value?.cause == .cancelled)
  }

  @Test func cancellationEndsThoseThatWaitTheirTurn() async throws {
    let arrived = AsyncStream<Void>.makeStream()
    let server = try LoopbackServer { _ in
      arrived.continuation.yield()
      return .hang
    }
    defer { server.stop() }
    let client = try client(server)
    let tasks = (0..<50).map { _ in
      Task { await gap { try await client.send(DescribeVpcs(), in: "us-east-1") } }
    }
    for await _ in arrived.stream { break }
    for task in tasks { task.cancel() }
    for task in tasks { #expect(await task.value?.cause == .cancelled) }
    #expect(server.connections <= 4)
  }

  @Test func aRefusedConnectionIsAGap() async throws {
    let server = try LoopbackServer { _ in .close }
    server.stop()
    let client = try client(server)
    let gap = await gap { try await client.send(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.cause == .unreachable)
  }

  @Test func aServiceInARegionGetsNoMoreThanItsShare() async throws {
    let running = Locked((now: 0, most: 0))
    let script = ScriptedTransport { _ in
      running.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      for _ in 0..<20 { await Task.yield() }
      running.withLock { $0.now -= 1 }
      return .text(200, Answers.vpcs([]))
    }
    let client = client(script)
    await withTaskGroup { group in
      for _ in 0..<100 {
        group.addTask { _ = await gap { try await client.send(DescribeVpcs(), in: "us-east-1") } }
      }
    }
    #expect((2...4).contains(running.withLock { $0.most }))
  }

  private func client(_ script: ScriptedTransport) -> AWSClient {
    AWSClient(.scripted(script.transport, time))
  }

  /// Over a real connection, with time that really passes.
  private func client(_ server: LoopbackServer) throws -> AWSClient {
    let curl = try CurlTransport(CurlTransport.Settings(userAgent: "ascheck/test"))
    return AWSClient(
      AWSClient.Dependencies(
        credentials: .fixed(.example),
        transport: HTTPTransport(curl),
        endpoints: Endpoints(chosen: EndpointURL(server.url))
      )
    )
  }
}
