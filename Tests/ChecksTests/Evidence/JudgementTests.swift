import Domain
import Foundation
import Testing

@testable import Checks

struct JudgementTests {
  private static let day: TimeInterval = 86_400
  private static let then = MaterialFacts([
    .init("keyPairs", in: "us-east-1"): .items(["key-1": "ops"])
  ])
  private static let now = MaterialFacts([
    .init("keyPairs", in: "us-east-1"): .items(["key-1": "ops", "key-2": "new"])
  ])

  @Test(arguments: [
    (Attestation.Outcome.compliant, 0 * day, Standing.changed),
    (.compliant, 170 * day, .changed), (.compliant, 180 * day - 1, .changed),
    (.compliant, 180 * day, .expired), (.notApplicable, 10 * day, .changed),
    (.notCompliant, 10 * day, .notCompliant),
  ])
  func factsThatMovedQuestionAnAnswerThatStillCounts(
    _ outcome: Attestation.Outcome,
    _ age: TimeInterval,
    _ standing: Standing
  ) {
    let judgement = judgement(outcome, age, on: Self.then)
    #expect(judgement.standing == standing)
    #expect(judgement.isStale == (standing == .changed))
    #expect(judgement.difference?.rows.map(\.item) == ["key-2"])
    #expect(judgement.word == judgement.review.word)
  }

  @Test func factsThatMovedAlertWhereThatIsSet() {
    var record = record(.compliant, 0, on: Self.then, evidence: Self.now)
    record.staleness = .alert
    let judgement = Judgement(of: "ASC 09", in: record, at: scanTime)
    #expect(judgement.standing == .alert)
    #expect(judgement.word == "alert")
    #expect(judgement.alerts.count == 1)
    record.evidence["ASC 09"] = gathered(Self.then)
    #expect(Judgement(of: "ASC 09", in: record, at: scanTime).standing == .reviewed)
  }

  @Test func factsThatStayedQuestionNothing() {
    let judgement = judgement(.compliant, 0, on: Self.now)
    #expect(judgement.standing == .reviewed)
    #expect(judgement.difference?.rows.isEmpty == true)
  }

  @Test func anAnswerWithoutFactsCannotBeCompared() {
    let judgement = judgement(.compliant, 0, on: nil)
    #expect(judgement.difference == nil)
    #expect(judgement.standing == .reviewed)
  }

  @Test func freshFactsGoBeforeThoseOnRecord() {
    let record = record(.compliant, 0, on: Self.then, evidence: Self.then)
    #expect(!Judgement(of: "ASC 09", in: record, at: scanTime).isStale)
    let fresh = Judgement(of: "ASC 09", in: record, evidence: gathered(Self.now), at: scanTime)
    #expect(fresh.isStale)
  }

  @Test func aPublicBillingBucketAlertsWhateverAnybodySaid() {
    var evidence = Evidence(summary: Text(en: "", ja: ""))
    evidence.alertsAtOnce = [Text(en: "bills is public", ja: "公開")]
    let alert = EvidenceRecord(evidence, gatheredAt: scanTime)
    for record in [nil, record(.compliant, 0, on: nil, evidence: Self.now)] {
      let judgement = Judgement(of: "ASC 02-02", in: record, evidence: alert, at: scanTime)
      #expect(judgement.standing == .alert)
      #expect(judgement.word == "alert")
    }
  }

  @Test func nothingIsThereBeforeTheFirstScan() {
    let judgement = Judgement(of: "ASC 09", in: nil, at: scanTime)
    #expect(judgement.evidence == nil && judgement.difference == nil)
    #expect(judgement.standing == .neverReviewed)
  }

  private func judgement(
    _ outcome: Attestation.Outcome,
    _ age: TimeInterval,
    on facts: MaterialFacts?
  ) -> Judgement {
    let record = record(outcome, age, on: facts, evidence: Self.now)
    return Judgement(of: "ASC 09", in: record, at: scanTime)
  }

  private func record(
    _ outcome: Attestation.Outcome,
    _ age: TimeInterval,
    on facts: MaterialFacts?,
    evidence: MaterialFacts
  ) -> AccountRecord {
    var record = AccountRecord(account: "123456789012", partition: .aws)
    let at = scanTime.addingTimeInterval(-age)
    let attestation = Attestation(
      id: "1",
      row: "ASC 09",
      outcome: outcome,
      note: "確認済み",
      reviewer: "山田",
      attestedAt: at,
      recordedAt: at,
      facts: facts
    )
    record.log.append(.attestation(attestation))
    record.evidence = ["ASC 09": gathered(evidence)]
    return record
  }

  private func gathered(_ facts: MaterialFacts) -> EvidenceRecord {
    var evidence = Evidence(summary: Text(en: "", ja: ""))
    evidence.material = facts
    return EvidenceRecord(evidence, gatheredAt: scanTime)
  }
}
