import FoundationEssentials
import Testing

@testable import Domain

struct LogRefusalTests {
  private let now = Date(timeIntervalSince1970: 1_781_174_342)

  @Test(arguments: ["", " ", "\n\t", "\u{3000}"])
  func nobodyCannotAnswer(_ name: String) {
    #expect(refusal(of: .sample("1", reviewer: name, at: now)) == .noPerson)
    let withdrawal = Withdrawal(id: "2", of: "1", by: name, recordedAt: now)
    #expect(Log().refusal(of: .withdrawal(withdrawal)) == .noPerson)
  }

  @Test(arguments: ["", "  \n"])
  func anAnswerNeedsANote(_ note: String) {
    #expect(refusal(of: .sample("1", note: note, at: now)) == .noNote)
  }

  @Test(arguments: [(-86_400.0 * 400, nil), (0, nil), (300, nil), (301, LogRefusal.dateAhead)])
  func theDateMayBeSetBackAndNeverForward(_ seconds: TimeInterval, _ expected: LogRefusal?) {
    let date = now.addingTimeInterval(seconds)
    #expect(refusal(of: .sample("1", at: date, recordedAt: now)) == expected)
  }

  @Test func onlyWhatIsThereIsWithdrawnAndOnlyOnce() {
    var log = Log([.attestation(.sample("1", at: now))])
    let second = LogEntry.withdrawal(Withdrawal(id: "3", of: "1", by: "Bob", recordedAt: now))
    #expect(log.refusal(of: second) == nil)
    log.append(.withdrawal(Withdrawal(id: "2", of: "1", by: "Alice", recordedAt: now)))
    #expect(log.refusal(of: second) == .alreadyWithdrawn(by: "Alice"))
    let stray = LogEntry.withdrawal(Withdrawal(id: "4", of: "2", by: "Bob", recordedAt: now))
    #expect(log.refusal(of: stray) == .unknownAttestation("2"))
  }

  private func refusal(of attestation: Attestation) -> LogRefusal? {
    Log().refusal(of: .attestation(attestation))
  }
}
