import Domain
import Testing

@testable import App

struct FindingsTests {
  @Test func sortsTheWorstFirstThenByRegionAndName() {
    let findings = Findings([
      record("d", .pass(bucket("d", "a-1"), .nothingToCheck)),
      record("c", .alert(bucket("c", "b-1"), .nothingToCheck)),
      record("b", .alert(bucket("b", "a-1"), .nothingToCheck)),
      record("a", .unknown(bucket("a", "a-1"), Gap(.throttled, "s3:GetBucketAcl"))),
      record("w", .pass(bucket("w", "a-1"), .nothingToCheck, warnings: [.unreadable])),
    ])
    #expect(findings.ids == ["b", "c", "a", "w", "d"])
  }

  @Test func countsAlertsByRegion() {
    let counts = Fixture.findings["ASC 07"]?.alertsByRegion ?? []
    #expect(counts.first?.region == "ap-northeast-1")
    #expect(counts.reduce(0) { $0 + $1.count } == 12_345)
  }

  @Test func knowsWhatIsNew() {
    #expect(Fixture.findings["ASC 07"]?.newAlerts == 12)
  }

  private func bucket(_ name: String, _ region: Region) -> Resource {
    Resource(arn: "arn:aws:s3:::\(name)", region: region)
  }

  private func record(_ id: String, _ finding: Finding) -> FindingRecord {
    FindingRecord(
      id: id,
      finding: finding,
      firstSeen: Fixture.now,
      lastSeen: Fixture.now,
      scans: 2
    )
  }
}
