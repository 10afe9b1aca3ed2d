import Domain
import FoundationEssentials
import Testing

struct AttestationTests {
  private let day: TimeInterval = 86_400
  private let start = Date(timeIntervalSince1970: 1_781_174_342)

  @Test func nobodyHasReviewed() {
    #expect(Review(of: [], at: start) == .neverReviewed)
  }

  @Test func lapsesAtExactly180Days() {
    let attestation = attestation()
    #expect(review([attestation], after: 180 * day - 1) == .dueSoon(attestation))
    #expect(review([attestation], after: 180 * day) == .expired(attestation))
  }

  @Test func isDueSoonFrom14DaysBeforeTheEnd() {
    let attestation = attestation()
    #expect(review([attestation], after: 166 * day - 1) == .valid(attestation))
    #expect(review([attestation], after: 166 * day) == .dueSoon(attestation))
  }

  @Test(arguments: [Attestation.Outcome.notCompliant, .notApplicable])
  func everyAnswerLapses(_ outcome: Attestation.Outcome) {
    let attestation = attestation(outcome)
    #expect(review([attestation], after: 180 * day).word == "expired")
  }

  @Test func aNoIsNotAValidReview() {
    #expect(review([attestation(.notCompliant)], after: day).word == "notCompliant")
    #expect(review([attestation(.notApplicable)], after: day).word == "notApplicable")
  }

  @Test func aClockMayBeFiveMinutesAhead() {
    let attestation = attestation()
    #expect(review([attestation], after: -300) == .valid(attestation))
    #expect(review([attestation], after: -301) == .neverReviewed)
  }

  @Test func nobodyIsNotAReviewer() {
    #expect(review([attestation(reviewer: "")], after: 0) == .neverReviewed)
    #expect(review([attestation(reviewer: " \n")], after: 0) == .neverReviewed)
  }

  @Test func theNewestAnswerThatCountsDecides() {
    let yes = attestation()
    let no = attestation(.notCompliant, at: day)
    let future = attestation(at: 9 * day)
    #expect(review([no, yes, future], after: 2 * day) == .notCompliant(no))
  }

  @Test func ofTwoAnswersInOneSecondTheLaterOneDecides() {
    let first = attestation()
    let second = attestation(.notCompliant)
    #expect(review([first, second], after: 0) == .notCompliant(second))
  }

  @Test func anAnswerDatedBackGivesWayToANewerOne() {
    let newer = attestation(at: 2 * day)
    let datedBack = attestation(.notCompliant, at: day, recorded: 3 * day)
    #expect(review([newer, datedBack], after: 3 * day) == .valid(newer))
  }

  private func review(_ attestations: [Attestation], after seconds: TimeInterval) -> Review {
    Review(of: attestations, at: start.addingTimeInterval(seconds))
  }

  private func attestation(
    _ outcome: Attestation.Outcome = .compliant,
    reviewer: String = "Hanako Sato",
    at seconds: TimeInterval = 0,
    recorded: TimeInterval? = nil
  ) -> Attestation {
    Attestation(
      id: "\(outcome) \(seconds)",
      row: "ASC 09",
      outcome: outcome,
      note: "rotated",
      reviewer: reviewer,
      attestedAt: start.addingTimeInterval(seconds),
      recordedAt: start.addingTimeInterval(recorded ?? seconds)
    )
  }
}
