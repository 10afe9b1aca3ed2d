import AWSClient
import Domain
import FoundationEssentials
import Testing

@testable import Demo

struct DemoAccountTests {
  @Test func thePublicBucketIsFixedAtTheSecondLook() async throws {
    let transport = transport()
    let look = HTTPRequest.s3("us-east-1", "press-kit-prod?publicAccessBlock=")
    #expect(try await transport.send(look).status == 404)
    #expect(try await transport.send(look).status == 200)
    #expect(
      try await transport.send(.s3("us-east-1", "press-kit-prod?policyStatus=")).status == 200
    )
  }

  @Test func aNewTransportBeginsAnew() async throws {
    let look = HTTPRequest.s3("us-east-1", "press-kit-prod?publicAccessBlock=")
    for _ in 1...2 {
      #expect(try await transport().send(look).status == 404)
    }
  }

  @Test func exactlyTheEnabledRegionsAnswer() throws {
    let regions = DemoAccount.text(of: "ec2-regions")
    let named = regions.matches(
      of: /<regionName>([^<]+)<\/regionName>(?:[^\n]*\n){1,2}? *<optInStatus>(not-opted-in)?/
    )
    let enabled = named.filter { $0.2 == nil }.map { String($0.1) }
    #expect(Set(enabled) == Set(Pace.distances.keys))
    #expect(named.count > enabled.count)
  }

  @Test func whatItDoesNotUnderstandIsNotImplemented() async throws {
    let request = HTTPRequest.signed("GET", "https://example.com/", "s3", "us-east-1")
    #expect(try await transport().send(request).status == 501)
  }

  @Test func waitsBeforeItAnswers() async throws {
    let waits = Locked<[Duration]>([])
    let transport = transport { time in waits.withLock { $0.append(time) } }
    let request = HTTPRequest.form("sts", "ap-northeast-1", "Action=GetCallerIdentity")
    _ = try await transport.send(request)
    _ = try await transport.send(request)
    let seen = waits.withLock { $0 }
    #expect(seen.count == 2)
    #expect(Set(seen).count == 1)
    #expect(seen.allSatisfy { $0 > .zero })
  }

  @Test func aCancelledWaitIsACancelledRequest() async {
    let transport = transport { _ throws(CancellationError) in throw CancellationError() }
    await #expect(throws: TransportFailure.cancelled) {
      try await transport.send(.form("sts", "us-east-1", "Action=GetCallerIdentity"))
    }
  }

  private func transport(
    sleep: @escaping @Sendable (Duration) async throws(CancellationError) -> Void = { _ in }
  ) -> HTTPTransport {
    DemoAccount.transport(
      clock: WallClock(now: { Date(timeIntervalSince1970: 0) }, sleep: sleep)
    )
  }
}
