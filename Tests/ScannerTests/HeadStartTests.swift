import AWSClient
import AWSOperations
import Domain
import Testing

@testable import Scanner

struct HeadStartTests {
  @Test func aFactThatWasBegunIsFetchedOnce() async {
    let calls = Locked(0)
    let fact = EarlyFact { () throws(Gap) in calls.withLock { $0 += 1 } }
    fact.begin()
    _ = await fact.value()
    #expect(calls.withLock { $0 } == 1)
  }

  @Test func aFactThatNobodyBeganIsFetchedWhenItIsAskedFor() async {
    let fact = EarlyFact { () throws(Gap) in 7 }
    #expect(await fact.value() == .known(7))
  }

  @Test func aFailureIsAGap() async {
    let gap = Gap(.accessDenied, "iam:GetAccountSummary")
    let fact = EarlyFact<Int> { () throws(Gap) in throw gap }
    fact.begin()
    #expect(await fact.value() == .unreadable(gap))
  }

  @Test(.timeLimit(.minutes(5)))
  func fetchingEndsWithTheOneWhoAsked() async {
    let fact = hanging()
    fact.begin()
    let asking = Task { await fact.value() }
    asking.cancel()
    #expect(await asking.value == .known(true))
  }

  @Test(.timeLimit(.minutes(5)))
  func whatNobodyAsksForCanBeEnded() async {
    let ended = Locked(false)
    let fact = EarlyFact { () throws(Gap) in
      await Self.untilCancelled()
      ended.withLock { $0 = true }
    }
    fact.begin()
    fact.cancel()
    while !ended.withLock({ $0 }) { await Task.yield() }
  }

  /// Whether it was cancelled.
  private func hanging() -> EarlyFact<Bool> {
    EarlyFact { () throws(Gap) in
      await Self.untilCancelled()
      return Task.isCancelled
    }
  }

  private static func untilCancelled() async {
    try? await Task.sleep(for: .seconds(3600))
  }
}
