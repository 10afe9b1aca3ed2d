import Domain
import FoundationEssentials
import Testing

@testable import Demo

struct DemoAttestationsTests {
  private let now = Date(timeIntervalSince1970: 1_795_435_200)

  @Test(
    arguments: [
      ("ASC 02-02", "expired"), ("ASC 05", "valid"), ("ASC 06", "dueSoon"),
      ("ASC 09", "neverReviewed"), ("ASC 11", "notCompliant"), ("ASC 14", "notApplicable"),
      ("ASC 15", "valid"),
    ] as [(CheckID, String)]
  )
  func everyStateOfAManualRowOccurs(_ row: CheckID, _ word: String) {
    let own = DemoAccount.attestations(now: now).filter { $0.row == row }
    #expect(Review(of: own, at: now).word == word)
  }

  @Test func theyStandInOrderAndApart() {
    let attestations = DemoAccount.attestations(now: now)
    #expect(attestations.map(\.attestedAt) == attestations.map(\.attestedAt).sorted())
    #expect(Set(attestations.map(\.id)).count == attestations.count)
  }
}
