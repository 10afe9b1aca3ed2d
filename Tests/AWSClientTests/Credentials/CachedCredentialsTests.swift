import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

@Suite(.timeLimit(.minutes(5)))
struct CachedCredentialsTests {
  let time = FakeClock()
  let asked = Locked(0)

  @Test func asksOnceForAllWhoWait() async throws {
    let gate = AsyncStream<Void>.makeStream()
    let provider = cached { number in
      for await _ in gate.stream { break }
      return self.credentials("A\(number)", lasting: 3600)
    }
    let tasks = (0..<50).map { _ in Task { try await provider.get().accessKeyID } }
    while asked.withLock({ $0 }) == 0 { await Task.yield() }
    gate.continuation.yield()
    for task in tasks { #expect(try await task.value == "A1") }
    #expect(asked.withLock { $0 } == 1)
  }

  @Test func renewsBesideTheCallsBeforeTheyMustWait() async throws {
    let provider = cached { self.credentials("A\($0)", lasting: 3600) }
    #expect(try await provider.get().accessKeyID == "A1")
    time.advance(.seconds(3600 - 901))
    #expect(try await provider.get().accessKeyID == "A1")
    time.advance(.seconds(2))
    #expect(try await provider.get().accessKeyID == "A1")
    while try await provider.get().accessKeyID != "A2" { await Task.yield() }
    #expect(asked.withLock { $0 } == 2)
  }

  @Test func callsWaitForTheRenewalInTheLastMinutes() async throws {
    let provider = cached { self.credentials("A\($0)", lasting: 3600) }
    _ = try await provider.get()
    time.advance(.seconds(3600 - 599))
    #expect(try await provider.get().accessKeyID == "A2")
  }

  @Test func credentialsThatNeverLastLongAreNotRenewedAtEveryCall() async throws {
    let provider = cached { self.credentials("A\($0)", lasting: 300) }
    for _ in 0..<20 { _ = try await provider.get() }
    #expect(asked.withLock { $0 } == 1)
    time.advance(.seconds(61))
    #expect(try await provider.get().accessKeyID == "A2")
  }

  @Test func replacesThoseThatAWSCallsExpiredOnce() async throws {
    let provider = cached { self.credentials("A\($0)", lasting: 3600) }
    let stale = try await provider.get()
    #expect(try await provider.replace(stale).accessKeyID == "A2")
    #expect(try await provider.replace(stale).accessKeyID == "A2")
    #expect(asked.withLock { $0 } == 2)
  }

  @Test func whatStillHoldsServesWhenRenewalFails() async throws {
    let provider = cached { number throws(CredentialError) in
      if number > 1 { throw .incompleteEnvironment(missing: "x") }
      return self.credentials("A1", lasting: 3600)
    }
    _ = try await provider.get()
    time.advance(.seconds(3600 - 60))
    #expect(try await provider.get().accessKeyID == "A1")
    time.advance(.seconds(60))
    await #expect(throws: CredentialError.incompleteEnvironment(missing: "x")) {
      try await provider.get()
    }
  }

  @Test func keysWithoutAnEndAreAskedForOnce() async throws {
    let provider = cached { Credentials(accessKeyID: "A\($0)", secretAccessKey: "s") }
    _ = try await provider.get()
    time.advance(.seconds(1_000_000))
    #expect(try await provider.get().accessKeyID == "A1")
  }

  @Test func whoIsCancelledStopsWaitingAtOnce() async throws {
    let provider = cached { _ throws(CredentialError) in
      do { try await Task.sleep(for: .seconds(30)) } catch { throw .cancelled }
      return self.credentials("A", lasting: 1)
    }
    let task = Task { try await provider.get() }
    while asked.withLock({ $0 }) == 0 { await Task.yield() }
    task.cancel()
    await #expect(throws: CredentialError.cancelled) { try await task.value }
  }

  private func credentials(_ key: String, lasting seconds: TimeInterval) -> Credentials {
    Credentials(accessKeyID: key, secretAccessKey: "s", expiresAt: time.now + seconds)
  }

  private func cached(
    _ get: @escaping @Sendable (Int) async throws(CredentialError) -> Credentials
  ) -> CredentialProvider {
    CredentialProvider { () throws(CredentialError) in
      let number = asked.withLock { asked in
        asked += 1
        return asked
      }
      return try await get(number)
    }.cached(clock: time.clock)
  }
}
