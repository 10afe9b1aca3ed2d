import Foundation
import Testing

/// `scan --format json` has one shape for ever: scripts depend on every key and type.
struct ScanReportTests {
  private static let report = Task {
    let outcome = try await Command(
      arguments: ["demo", "--format", "json"],
      folder: TemporaryFolder()
    )
    .run()
    return outcome.output
  }

  private let report: [String: Any]

  init() async throws {
    let data = Data(try await Self.report.value.utf8)
    report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func isOneObject() async throws {
    let keys = [
      "account", "partition", "startedAt", "finishedAt", "regions", "calls", "leftOut", "rows",
    ]
    #expect(Set(report.keys) == Set(keys))
    #expect(report["account"] as? String == "123456789012")
    #expect(report["partition"] as? String == "aws")
    let started = try date(report["startedAt"])
    #expect(try date(report["finishedAt"]) >= started)
    #expect((report["regions"] as? [String])?.count == 17)
    #expect((report["calls"] as? Int).map { $0 > 100 } == true)
  }

  @Test func writesItsKeysInTheirOrder() async throws {
    let text = try await Self.report.value
    let form = /^\{"account":"\d{12}","partition":"aws","startedAt":"[^"]+","finishedAt":"[^"]+",/
    #expect(text.starts(with: form))
  }

  @Test func holdsEveryRowInOrder() async throws {
    let ids = try rows().map { $0["id"] as? String }
    #expect(
      ids == [
        "ASC 01", "ASC 02-01", "ASC 02-02", "ASC 03", "ASC 04", "ASC 05", "ASC 06", "ASC 07",
        "ASC 08", "ASC 09", "ASC 10", "ASC 11", "ASC 12", "ASC 13", "ASC 14", "ASC 15", "ASC 16",
      ]
    )
  }

  @Test func everyStatusOfARowOccurs() async throws {
    let statuses = Dictionary(grouping: try rows(), by: { $0["kind"] as? String ?? "" })
      .mapValues { Set($0.compactMap { $0["status"] as? String }) }
    #expect(statuses["automatic"] == ["pass", "alert", "unknown"])
    let manual: Set = [
      "neverReviewed", "valid", "dueSoon", "expired", "notCompliant", "notApplicable",
    ]
    #expect(statuses["manual"] == manual)
  }

  @Test func anAutomaticRowCarriesEveryFinding() async throws {
    let automatic = try rows().filter { $0["kind"] as? String == "automatic" }
    #expect(automatic.count == 10)
    for row in automatic {
      #expect(Set(row.keys) == ["id", "kind", "status", "findings"])
      let findings = try #require(row["findings"] as? [[String: Any]])
      #expect(!findings.isEmpty)
      for finding in findings { try check(finding) }
    }
  }

  @Test func aManualRowCarriesItsAttestation() async throws {
    let manual = try rows().filter { $0["kind"] as? String == "manual" }
    #expect(manual.count == 7)
    for row in manual {
      #expect(Set(row.keys) == ["id", "kind", "status", "attestation", "evidence"])
      #expect((row["evidence"] as? [String: Any])?["factsDigest"] is String)
      guard let attestation = row["attestation"] as? [String: Any] else {
        #expect(row["attestation"] is NSNull && row["status"] as? String == "neverReviewed")
        continue
      }
      let keys = [
        "id", "outcome", "note", "reviewer", "link", "attestedAt", "recordedAt", "expiresAt",
        "factsDigest",
      ]
      #expect(Set(attestation.keys) == Set(keys))
      let lasts = try date(attestation["expiresAt"]).timeIntervalSince(
        date(attestation["attestedAt"])
      )
      #expect(lasts == 180 * 86_400)
    }
  }

  private func check(_ finding: [String: Any]) throws {
    let keys = ["id", "status", "resource", "region", "reason", "values", "warnings"]
    #expect(Set(finding.keys) == Set(keys))
    #expect((finding["resource"] as? String)?.hasPrefix("arn:aws:") == true)
    let region = try #require(finding["region"] as? String)
    let isKnown = (report["regions"] as? [String])?.contains(region) == true
    #expect(isKnown || region == "global")
    #expect(finding["id"] is String && finding["reason"] is String)
    #expect(finding["values"] is [String: String])
    #expect(finding["warnings"] is [String])
    let status = try #require(finding["status"] as? String)
    #expect(["pass", "alert", "unknown", "notApplicable"].contains(status))
  }

  private func rows() throws -> [[String: Any]] {
    try #require(report["rows"] as? [[String: Any]])
  }

  private func date(_ value: Any?) throws -> Date {
    try Date(try #require(value as? String), strategy: .iso8601)
  }
}
