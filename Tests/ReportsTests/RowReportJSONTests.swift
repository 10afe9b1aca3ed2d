import Checks
import Domain
import Foundation
import Testing

@testable import Reports

struct RowReportJSONTests {
  @Test func anAutomaticRowHasItsFindingsWithTheirAge() throws {
    let finding = Finding.volume("vol-1")
    let records = [
      FindingRecord(
        id: "f1",
        finding: finding,
        firstSeen: noon.addingTimeInterval(-day),
        lastSeen: noon,
        scans: 3
      )
    ]
    let row = try row(.volumes, .sample(["ASC 07": [finding]]), records)
    #expect((row["criterion"] as? [String: String])?["ja"] == "問題がある場合")
    let found = try #require((row["findings"] as? [[String: Any]])?.first)
    #expect(found["id"] as? String == "f1")
    #expect(found["firstSeen"] as? String == "2026-06-10T12:00:00Z")
    #expect(found["scans"] as? Int == 3)
    #expect(row["attestations"] == nil)
  }

  @Test func aManualRowHasAllItsAttestations() throws {
    let attestations = [Attestation.sample(daysAgo: 30), .sample(.notCompliant, daysAgo: 2)]
    let row = try row(.keyPairs, .sample(attestations: attestations))
    #expect(row["status"] as? String == "notCompliant")
    let ids = (row["attestations"] as? [[String: Any]])?.map { $0["id"] as? String }
    #expect(ids == ["a30", "a2"])
    #expect(row["findings"] == nil)
  }

  private func row(
    _ check: Check,
    _ record: AccountRecord,
    _ findings: [FindingRecord] = []
  ) throws -> [String: Any] {
    let text = RowReportJSON(RowReport(check, record: record, findings: findings, now: noon)).text
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(object?["row"] as? [String: Any])
  }
}
