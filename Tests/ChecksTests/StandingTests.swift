import Domain
import FoundationEssentials
import Testing

@testable import Checks

struct StandingTests {
  static let day: TimeInterval = 86_400

  // MARK: Automatic rows

  @Test func aRowNobodyRanSaysSo() {
    #expect(Standing(of: .publicBuckets, in: nil, at: scanTime) == .neverRun)
    #expect(Standing(of: .publicBuckets, in: record(), at: scanTime) == .neverRun)
  }

  @Test(arguments: [
    ((pass: 2, alert: 1, unknown: 1, notApplicable: 0, warning: 0), Standing.alert),
    ((pass: 2, alert: 0, unknown: 1, notApplicable: 0, warning: 1), .unknown),
    ((pass: 2, alert: 0, unknown: 0, notApplicable: 1, warning: 1), .warning),
    ((pass: 2, alert: 0, unknown: 0, notApplicable: 1, warning: 0), .ok),
    ((pass: 0, alert: 0, unknown: 0, notApplicable: 1, warning: 0), .nothingToCheck),
  ])
  func aRunRowShowsTheFirstThatApplies(
    _ counts: (pass: Int, alert: Int, unknown: Int, notApplicable: Int, warning: Int),
    _ standing: Standing
  ) {
    var tally = RowSummary.Counts()
    (tally.pass, tally.alert, tally.unknown) = (counts.pass, counts.alert, counts.unknown)
    (tally.notApplicable, tally.warning) = (counts.notApplicable, counts.warning)
    var record = record()
    record.rows["ASC 12"] = RowSummary(counts: tally, checkedAt: scanTime, duration: 1)
    #expect(Standing(of: .publicBuckets, in: record, at: scanTime) == standing)
  }

  // MARK: Manual rows

  @Test func aRowNobodyJudgedSaysSo() {
    #expect(Standing(of: .keyPairs, in: nil, at: scanTime) == .neverReviewed)
    #expect(Standing(of: .keyPairs, in: record(), at: scanTime) == .neverReviewed)
  }

  @Test(arguments: [
    (Attestation.Outcome.compliant, 0 * day, Standing.reviewed),
    (.compliant, 166 * day - 1, .reviewed), (.compliant, 166 * day, .dueSoon),
    (.compliant, 180 * day - 1, .dueSoon), (.compliant, 180 * day, .expired),
    (.notCompliant, 0, .notCompliant), (.notCompliant, 180 * day, .expired),
    (.notApplicable, 170 * day, .attestedNotApplicable), (.notApplicable, 180 * day, .expired),
  ])
  func aJudgedRowGoesByOutcomeAndAge(
    _ outcome: Attestation.Outcome,
    _ age: TimeInterval,
    _ standing: Standing
  ) {
    let record = record(attested: outcome, age: age)
    #expect(Standing(of: .keyPairs, in: record, at: scanTime) == standing)
    #expect(Standing(of: .securityGroups, in: record, at: scanTime) == .neverReviewed)
  }

  // MARK: How it looks

  @Test(arguments: Standing.allCases)
  func everyTagHasFourCellsAndItsMarkMeansAct(_ standing: Standing) {
    #expect(standing.tag.utf8.count == 4)
    #expect(standing.needsAction == standing.tag.contains("!"))
  }

  @Test func tagsAreThoseOfTheLegend() {
    #expect(
      Standing.allCases.map(\.tag) == [
        "[  ]", "[OK]", "[~W]", "[!!]", "[!?]", "[--]", "[!M]", "[OK]", "[~M]", "[~C]",
        "[!E]", "[!!]", "[--]",
      ]
    )
  }

  @Test func whatMustBeDoneFirstSortsFirst() {
    let tags = Standing.allCases.sorted { $0.urgency < $1.urgency }.map(\.tag)
    let order = [
      "[!!]", "[!E]", "[!M]", "[!?]", "[~C]", "[~M]", "[~W]", "[  ]", "[OK]", "[--]",
    ]
    #expect(tags.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } } == order)
  }

  // MARK: Days left

  static let daysByAge: [(TimeInterval, Int)] = [
    (0, 180), (1, 180), (86_399, 180), (86_400, 179), (39 * 86_400, 141), (15_551_999, 1),
    (15_552_000, 0), (20_000_000, 0),
  ]

  @Test(arguments: daysByAge)
  func begunDaysCountAsWhole(_ age: TimeInterval, _ days: Int) throws {
    let attestation = try #require(record(attested: .compliant, age: age).attestations.first)
    #expect(attestation.daysLeft(at: scanTime) == days)
  }

  private func record(
    attested outcome: Attestation.Outcome? = nil,
    age: TimeInterval = 0
  ) -> AccountRecord {
    var record = AccountRecord(account: "123456789012", partition: .aws)
    if let outcome {
      let then = scanTime.addingTimeInterval(-age)
      record.log.append(
        .attestation(
          Attestation(
            id: "1",
            row: "ASC 09",
            outcome: outcome,
            note: "確認済み",
            reviewer: "山田",
            attestedAt: then,
            recordedAt: then
          )
        )
      )
    }
    return record
  }
}
