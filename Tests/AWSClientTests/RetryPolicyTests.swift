import Testing

@testable import AWSClient

struct RetryPolicyTests {
  let policy = RetryPolicy()

  @Test func throttlesAreTriedEightTimesWithDoublingWaits() {
    #expect(
      (1...8).map { wait(.throttled, $0) } == [
        .milliseconds(200), .milliseconds(400), .milliseconds(800), .milliseconds(1600),
        .milliseconds(3200), .milliseconds(6400), .milliseconds(12800), nil,
      ]
    )
  }

  @Test func faultsAreTriedFourTimes() {
    #expect(wait(.fault, 3) == .milliseconds(800))
    #expect(wait(.fault, 4) == nil)
  }

  @Test func unansweredCallsGiveUpWithinASecond() throws {
    let waits = try (1...3).map { try #require(wait(.unanswered, $0)) }
    #expect(waits.reduce(.zero, +) < .seconds(1))
    #expect(wait(.unanswered, 4) == nil)
  }

  @Test func noWaitIsLongerThanTheLongest() {
    var policy = policy
    policy.throttled.attempts = 100
    #expect(
      policy.wait(after: .throttled, attempt: 99, wish: nil, random: 1) == .seconds(20)
    )
  }

  @Test func waitsAreDrawnFromZeroUp() {
    #expect(policy.wait(after: .throttled, attempt: 3, wish: nil, random: 0) == .zero)
    #expect(
      policy.wait(after: .throttled, attempt: 3, wish: nil, random: 0.5) == .milliseconds(400)
    )
  }

  @Test func theServersWishCountsUnlessItIsAbsurd() {
    #expect(
      policy.wait(after: .throttled, attempt: 1, wish: .seconds(5), random: 0) == .seconds(5)
    )
    #expect(policy.wait(after: .throttled, attempt: 1, wish: .seconds(3600), random: 0) == .zero)
  }

  private func wait(_ trouble: RetryPolicy.Trouble, _ attempt: Int) -> Duration? {
    policy.wait(after: trouble, attempt: attempt, wish: nil, random: 1)
  }
}
