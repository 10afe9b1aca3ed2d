import Domain
import Foundation
import Testing

@testable import StateStore

/// What exceptions cover is known from the small file, at every instant.
struct ExceptionRecordTests {
  private let folder: Folder
  private let day: TimeInterval = 86_400
  private let rows: [CheckID: [Finding]] = [
    "ASC 07": [.volume("a"), .volume("b1"), .volume("b2"), .volume("c", .pass)],
    "ASC 12": [.volume("x")],
  ]

  init() throws {
    folder = try Folder()
  }

  @Test func whatIsFoundAlreadyIsExceptedAtOnce() throws {
    _ = try folder.store().record(.sample(rows))
    try except("1", .findings([.sample("a")]))
    #expect(try counts(after: 1) == [2, 0, 1, 1])
    #expect(try counts("ASC 12", after: 1) == [1, 0, 0, 0])
  }

  @Test func aRegionOutOfScopeIsReadAsItWasWritten() throws {
    try except("1", .regions(["eu-west-1", "ap-northeast-1"]))
    let log = try #require(try folder.store().load().accounts[account]?.log)
    #expect(log.suppressions.map(\.scope) == [.regions(["eu-west-1", "ap-northeast-1"])])
    #expect(try folder.store().verify()[account]?.faults == [])
  }

  @Test func whyARegionWasLeftOutIsKept() throws {
    var result = ScanResult.sample(rows)
    result.summary.leftOut = [LeftOutRegion("eu-west-1", .decided, because: "SCP")]
    let state = try folder.store().record(result)
    #expect(state.accounts[account]?.lastScan?.leftOut == result.summary.leftOut)
    #expect(try folder.store().load() == state)
  }

  @Test func whatIsFoundLaterIsExceptedToo() throws {
    try except("1", .findings([.sample("a")]))
    try except("2", .pattern(.sample))
    let state = try folder.store().record(.sample(rows, minutes: 5))
    #expect(try counts(after: 1) == [0, 0, 1, 3])
    #expect(try folder.store().load() == state)
  }

  @Test func countsAgainWhenTheEndHasPassed() throws {
    _ = try folder.store().record(.sample(rows))
    try except("1", .pattern(.sample), days: 180)
    let end = 60 + 180 * day
    #expect(try counts(afterSeconds: end - 1) == [1, 0, 1, 2])
    #expect(try counts(afterSeconds: end) == [3, 0, 1, 0])
  }

  @Test func aFindingUnderTwoExceptionsCountsWhenBothHaveEnded() throws {
    _ = try folder.store().record(.sample(rows))
    try except("1", .findings([.sample("b1")]), days: 10)
    try except("2", .pattern(.sample), days: 20)
    #expect(try counts(after: 9) == [1, 0, 1, 2])
    #expect(try counts(after: 15) == [1, 0, 1, 2])
    #expect(try counts(after: 21) == [3, 0, 1, 0])
  }

  @Test func anExceptionThatHadExpiredCoversAgainOnceItIsRenewed() throws {
    try except("1", .pattern(.sample), days: 0.0007)
    _ = try folder.store().record(.sample(rows, minutes: 1))
    _ = try folder.store().record(.renewal(.sample("2", of: "1")), in: account, .aws)
    #expect(try counts(after: 1) == [1, 0, 1, 2])
    _ = try folder.store().record(.ending(.sample("3", of: "1")), in: account, .aws)
    #expect(try counts(after: 1) == [3, 0, 1, 0])
  }

  @Test func ofSeveralEntriesAllAreWrittenOrNone() throws {
    let good = LogEntry.exception(.sample("1", .pattern(.sample)))
    let bad = LogEntry.exception(.sample("2", .pattern(.sample), days: 181))
    #expect(throws: StateError.refused(.endTooFar)) {
      try folder.store().record([good, bad], in: account, .aws)
    }
    #expect(try folder.store().load() == State())
    let renewal = LogEntry.renewal(.sample("3", of: "1"))
    let state = try folder.store().record([good, renewal, good], in: account, .aws)
    #expect(state.accounts[account]?.log.entries == [good, renewal])
  }

  @Test func lostFindingsAreExceptedAgainByTheNextScan() throws {
    _ = try folder.store().record(.sample(rows))
    let name = try #require(try folder.findingsName())
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    try except("1", .pattern(.sample))
    #expect(try counts(after: 1) == [3, 0, 1, 0])
    _ = try folder.store().record(.sample(rows, minutes: 5))
    #expect(try counts(after: 1) == [1, 0, 1, 2])
  }

  private func except(_ id: String, _ scope: Suppression.Scope, days: Double = 30) throws {
    _ = try folder.store().record(
      .exception(.sample(id, scope, days: days)),
      in: account,
      .aws
    )
  }

  /// Alerts, unknown units, passes, suppressed ones.
  private func counts(_ row: CheckID = "ASC 07", after days: Double) throws -> [Int] {
    try counts(row, afterSeconds: days * day)
  }

  private func counts(
    _ row: CheckID = "ASC 07",
    afterSeconds seconds: TimeInterval
  ) throws -> [Int] {
    let record = try #require(try folder.store().load().accounts[account])
    let now = noon.addingTimeInterval(seconds)
    let counts = try #require(record.summary(of: row, at: now)).counts
    return [counts.alert, counts.unknown, counts.pass, counts.suppressed]
  }
}
