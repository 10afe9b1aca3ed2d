import AWSOperations
import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

/// A server that throttles, breaks off and dawdles: what is asked ends, with an answer or a gap.
@Suite(.timeLimit(.minutes(5)))
struct MisbehaviourTests {
  @Test func everythingIsReadInSpiteOfThrottlesAndResets() async throws {
    let count = Locked(0)
    let server = try LoopbackServer { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      switch number % 7 {
      case 1, 4:
        return .answer(
          HTTPResponse(status: 503, body: Array(Answers.ec2Error("RequestLimitExceeded").utf8))
        )
      case 2: return .close
      case 5: return .raw("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n<Descr")
      default:
        return .answer(HTTPResponse(status: 200, body: Array(Answers.vpcs(["vpc-1"]).utf8)))
      }
    }
    defer { server.stop() }
    let told = Locked(0)
    let client = try client(server).forScan { count in told.withLock { $0 = max($0, count) } }
    let found = await withTaskGroup(of: Int?.self) { group in
      for _ in 0..<100 {
        group.addTask { try? await client.all(DescribeVpcs(), in: "us-east-1").count }
      }
      return await group.reduce(into: 0) { $0 += $1 ?? 0 }
    }
    #expect(found + client.statistics.counts.gaps == 100)
    // Four broken connections in one call's luck are rare, and an honest gap.
    #expect(found >= 90)
    #expect(told.withLock { $0 } > 0)
  }

  @Test func aServiceThatOnlyThrottlesEndsInGaps() async throws {
    let server = try LoopbackServer { _ in
      .answer(HTTPResponse(status: 400, body: Array(Answers.ec2Error("Throttling").utf8)))
    }
    defer { server.stop() }
    let client = try client(server)
    await withTaskGroup(of: Gap?.self) { group in
      for _ in 0..<20 {
        group.addTask { await gap { try await client.send(DescribeVpcs(), in: "us-east-1") } }
      }
      for await gap in group { #expect(gap?.cause == .throttled) }
    }
  }

  @Test func aDeadlineEndsTheWaitForARate() async throws {
    let server = try LoopbackServer { _ in
      .answer(HTTPResponse(status: 400, body: Array(Answers.ec2Error("Throttling").utf8)))
    }
    defer { server.stop() }
    let time = FakeClock()
    let client = try client(server, time).forScan(until: time.now + 20)
    await withTaskGroup(of: Gap?.self) { group in
      for _ in 0..<50 {
        group.addTask { await gap { try await client.send(DescribeVpcs(), in: "us-east-1") } }
      }
      for await gap in group { #expect(gap != nil) }
    }
  }

  private func client(
    _ server: LoopbackServer,
    _ time: FakeClock = FakeClock()
  ) throws -> AWSClient {
    var parts = AWSClient.Dependencies.scripted(try curl(), time)
    parts.endpoints = Endpoints(chosen: EndpointURL(server.url))
    parts.retry.mode = .adaptive
    return AWSClient(parts)
  }
}
