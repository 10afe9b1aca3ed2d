import Checks
import Domain
import Foundation
import Testing

@testable import Reports

struct ScanReportJSONTests {
  @Test func isTheOneObjectForEver() {
    let findings = [
      Finding.volume("vol-2", "us-east-1", isEncrypted: true, warnings: [.old]), .volume("vol-1"),
      .denied("ap-east-1"),
    ]
    let nothing = Finding.notApplicable(.sample, .nothingToCheck)
    let text = text(
      .sample(["ASC 07": findings, "ASC 12": [nothing]]),
      record: .sample(attestations: [.sample()])
    )
    #expect(
      text == """
        {"account":"111122223333","partition":"aws","startedAt":"2026-06-11T11:59:55Z",\
        "finishedAt":"2026-06-11T12:00:00Z","regions":["eu-west-1","us-east-1"],"calls":1042,\
        "leftOut":[],"rows":[\
        {"id":"ASC 07","kind":"automatic","status":"alert","findings":[\
        {"id":"\(findings[2].id(row: "ASC 07", account: account))","status":"unknown",\
        "resource":"arn:aws:ec2:ap-east-1:111122223333:*","region":"ap-east-1",\
        "reason":"unreadable","values":{"cause":"accessDenied","action":"ec2:DescribeVolumes",\
        "code":"Unauthorized"},"warnings":[]},\
        {"id":"\(findings[1].id(row: "ASC 07", account: account))","status":"alert",\
        "resource":"arn:aws:ec2:eu-west-1:111122223333:volume/vol-1","region":"eu-west-1",\
        "reason":"volumeUnencrypted","values":{"volumeType":"gp3","size":"8"},"warnings":[]},\
        {"id":"\(findings[0].id(row: "ASC 07", account: account))","status":"pass",\
        "resource":"arn:aws:ec2:us-east-1:111122223333:volume/vol-2","region":"us-east-1",\
        "reason":"volumeEncrypted","values":{"volumeType":"gp3"},"warnings":["keyOld"]}]},\
        {"id":"ASC 09","kind":"manual","status":"valid","attestation":{"id":"a10",\
        "outcome":"compliant","note":"rotated \\"all\\"\\n次回は9月","reviewer":"山田 太郎",\
        "link":null,"attestedAt":"2026-06-01T12:00:00Z","recordedAt":"2026-06-01T12:00:00Z",\
        "expiresAt":"2026-11-28T12:00:00Z","factsDigest":null},"evidence":null},\
        {"id":"ASC 12","kind":"automatic","status":"pass","findings":[\
        {"id":"\(nothing.id(row: "ASC 12", account: account))",\
        "status":"notApplicable","resource":"arn:aws:iam::111122223333:root","region":"global",\
        "reason":"nothingToCheck","values":{},"warnings":[]}]}]}

        """
    )
  }

  @Test func aRowThatWasNotReachedIsNotRun() throws {
    let rows = try rows(text(.sample([:]), record: nil))
    #expect(rows.map { $0["status"] as? String } == ["notRun", "neverReviewed", "notRun"])
    #expect(rows[1]["attestation"] is NSNull)
  }

  @Test func comesInPartsThatMakeOneDocument() throws {
    let findings = (0..<2_000).map { Finding.volume("vol-\($0)") }
    var parts: [[UInt8]] = []
    let result = ScanResult.sample(["ASC 07": findings])
    ScanReportJSON(ScanReport(result, on: [.volumes], record: nil, now: noon)).write {
      parts.append($0)
    }
    #expect(parts.count > 2)
    #expect(parts.allSatisfy { $0.count < 1 << 17 })
    let rows = try rows(String(decoding: parts.joined(), as: UTF8.self))
    #expect((rows[0]["findings"] as? [Any])?.count == 2_000)
  }

  @Test func aSinkThatFailsStopsTheReport() {
    let report = ScanReport(.sample([:]), on: Check.samples, record: nil, now: noon)
    #expect(throws: CancellationError.self) {
      try ScanReportJSON(report).write { _ in throw CancellationError() }
    }
  }

  private func text(_ result: ScanResult, record: AccountRecord?) -> String {
    var bytes: [UInt8] = []
    ScanReportJSON(ScanReport(result, on: Check.samples, record: record, now: noon)).write {
      bytes += $0
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func rows(_ text: String) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(object?["rows"] as? [[String: Any]])
  }
}

extension Resource {
  static let sample = Self(arn: "arn:aws:iam::111122223333:root", region: nil)
}
