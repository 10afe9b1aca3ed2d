import FoundationEssentials
import Testing

@testable import Domain

struct SightingTests {
  private let day = Date(timeIntervalSince1970: 1_781_174_342)
  private let open = Finding.alert(
    Resource(arn: "arn:a", region: nil),
    Reason("open", en: "o", ja: "o")
  )

  @Test func aRunGoesOnWhileTheFindingStaysOpen() {
    let first = Sighting().record("id", open, at: day, 3)
    let second = Sighting(of: first).record("id", open, at: day + 60, 4)
    #expect(second.runs == [3...4])
    #expect(second.firstSeen == day)
    #expect(second.lastSeen == day + 60)
    #expect(second.scans == 2)
  }

  @Test func whatCameBackBeginsAnotherRun() {
    let record = Sighting().record("id", open, at: day, 1)
    let gone = PastFinding(record, .gone, since: 2, at: day)
    #expect(Sighting(of: gone).record("id", open, at: day, 5).runs == [1...1, 5...5])
    let unseen = PastFinding(record, .unseen, since: 2, at: day)
    #expect(Sighting(of: unseen).record("id", open, at: day, 5).runs == [1...5])
  }
}
