import FoundationEssentials
import Testing

@testable import Domain

struct SuppressionTests {
  private let day: TimeInterval = 86_400
  private let start = Date(timeIntervalSince1970: 1_781_174_342)

  @Test func isInForceUntilTheSecondItEnds() {
    let it = sample(days: 180)
    #expect(it.state(at: after(180 * day - 1)) == .dueSoon)
    #expect(it.isInForce(at: after(180 * day - 1)))
    #expect(it.state(at: after(180 * day)) == .expired)
    #expect(!it.isInForce(at: after(180 * day)))
  }

  @Test func isDueSoonFrom14DaysBeforeTheEnd() {
    #expect(sample(days: 30).state(at: after(16 * day - 1)) == .inForce)
    #expect(sample(days: 30).state(at: after(16 * day)) == .dueSoon)
  }

  @Test func aClockMayBeFiveMinutesAhead() {
    #expect(sample().isInForce(at: after(-300)))
    #expect(sample().state(at: after(-301)) == .notYet)
  }

  @Test func aFileCannotStretchTheLimit() {
    #expect(sample(days: 4_000).expiresAt == after(180 * day))
  }

  @Test func theLastRenewalCounts() {
    var log = Log([.exception(sample(days: 10))])
    log.append(.renewal(renewal("r1", days: 100)))
    log.append(.renewal(renewal("r2", days: 50)))
    #expect(log.suppression("1")?.expiresAt == after(50 * day))
    #expect(log.suppression("1")?.renewals.map(\.id) == ["r1", "r2"])
  }

  @Test func theFirstEndingIsForGood() {
    var log = Log([.exception(sample())])
    log.append(.ending(ending("e1", by: "Alice")))
    log.append(.renewal(renewal("r", days: 50)))
    log.append(.ending(ending("e2", by: "Bob")))
    #expect(log.suppression("1")?.state(at: start) == .ended)
    #expect(log.suppression("1")?.ending?.person == "Alice")
    #expect(log.openSuppressions == [])
  }

  // MARK: What is refused

  @Test(arguments: [
    (0.0, LogRefusal.endPassed), (-1, .endPassed), (1, nil), (180 * 86_400, nil),
    (180 * 86_400 + 1, .endTooFar),
  ])
  func theEndIsAheadAndAtMost180Days(_ seconds: TimeInterval, _ expected: LogRefusal?) {
    #expect(refusal(of: sample(days: seconds / day)) == expected)
    let log = Log([.exception(sample())])
    let renewal = renewal("r", days: seconds / day)
    #expect(log.refusal(of: .renewal(renewal)) == expected)
  }

  @Test func regionsOutOfScopeAreNamedAndExist() {
    #expect(refusal(of: sample(.regions([]))) == .noScope)
    #expect(refusal(of: sample(.regions(["global"]))) == .noScope)
    #expect(refusal(of: sample(.regions(["eu-west-1"]))) == nil)
  }

  @Test func needsAReasonAPersonAndAScope() {
    #expect(refusal(of: sample(reason: " \n")) == .noReason)
    #expect(refusal(of: sample(person: "")) == .noPerson)
    #expect(refusal(of: sample(.findings([]))) == .noScope)
    #expect(refusal(of: sample(.pattern(.init()))) == .noScope)
    #expect(refusal(of: sample(.pattern(.init(resource: Glob("**"))))) == .noScope)
    #expect(refusal(of: sample(.pattern(.init(row: "ASC 07", resource: Glob("*"))))) == nil)
    #expect(refusal(of: sample(.pattern(.init(region: "eu-west-1")))) == nil)
  }

  @Test func onlyWhatIsOpenIsRenewedOrEnded() {
    var log = Log([.exception(sample())])
    #expect(Log().refusal(of: .ending(ending("e"))) == .unknownException("1"))
    #expect(Log().refusal(of: .renewal(renewal("r", days: 1))) == .unknownException("1"))
    log.append(.ending(ending("e", by: "Alice")))
    #expect(log.refusal(of: .ending(ending("e2"))) == .alreadyEnded(by: "Alice"))
    #expect(log.refusal(of: .renewal(renewal("r", days: 1))) == .alreadyEnded(by: "Alice"))
  }

  private func refusal(of suppression: Suppression) -> LogRefusal? {
    Log().refusal(of: .exception(suppression))
  }

  private func after(_ seconds: TimeInterval) -> Date { start.addingTimeInterval(seconds) }

  private func sample(
    _ scope: Suppression.Scope = .pattern(.init(row: "ASC 07")),
    reason: String = "test system",
    person: String = "Hanako",
    days: Double = 30
  ) -> Suppression {
    Suppression(
      id: "1",
      scope: scope,
      reason: reason,
      person: person,
      recordedAt: start,
      until: after(days * day)
    )
  }

  private func renewal(_ id: String, days: Double) -> Suppression.Renewal {
    Suppression.Renewal(id: id, of: "1", until: after(days * day), by: "Bob", recordedAt: start)
  }

  private func ending(_ id: String, by person: String = "Bob") -> Suppression.Ending {
    Suppression.Ending(id: id, of: "1", by: person, recordedAt: start)
  }
}
