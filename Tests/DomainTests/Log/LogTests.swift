import FoundationEssentials
import Testing

@testable import Domain

struct LogTests {
  private let start = Date(timeIntervalSince1970: 1_781_174_342)

  @Test func aWithdrawnAnswerCountsNoMoreAndStays() {
    var record = AccountRecord(account: "111122223333", partition: .aws)
    record.log.append(.attestation(attestation("old", after: 0)))
    record.log.append(.attestation(attestation("new", after: 60, .notCompliant)))
    #expect(record.review(of: "ASC 09", at: start.addingTimeInterval(90)).word == "notCompliant")
    record.log.append(.withdrawal(withdrawal(of: "new")))
    #expect(record.review(of: "ASC 09", at: start.addingTimeInterval(90)).word == "valid")
    record.log.append(.withdrawal(withdrawal(of: "old")))
    #expect(record.review(of: "ASC 09", at: start.addingTimeInterval(90)) == .neverReviewed)
    #expect(record.attestations.map(\.id) == ["old", "new"])
    #expect(record.log.withdrawal(of: "new")?.person == "Alice")
  }

  @Test func anAnswerIsGivenAgainAfterAWithdrawal() {
    var log = Log([.attestation(attestation("1", after: 0))])
    log.append(.withdrawal(withdrawal(of: "1")))
    log.append(.attestation(attestation("2", after: 10)))
    #expect(log.attestations(of: "ASC 09").map(\.id) == ["2"])
  }

  private func attestation(
    _ id: String,
    after seconds: TimeInterval,
    _ outcome: Attestation.Outcome = .compliant
  ) -> Attestation {
    .sample(id, outcome, at: start.addingTimeInterval(seconds))
  }

  private func withdrawal(of id: String) -> Withdrawal {
    Withdrawal(id: "w-\(id)", of: id, by: "Alice", recordedAt: start.addingTimeInterval(70))
  }
}

extension Attestation {
  static func sample(
    _ id: String,
    _ outcome: Outcome = .compliant,
    note: String = "rotated",
    reviewer: String = "Hanako Sato",
    at date: Date,
    recordedAt: Date? = nil
  ) -> Self {
    Self(
      id: id,
      row: "ASC 09",
      outcome: outcome,
      note: note,
      reviewer: reviewer,
      attestedAt: date,
      recordedAt: recordedAt ?? date
    )
  }
}
