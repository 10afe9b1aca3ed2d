import Domain
import Foundation
import Testing

struct LeftOutRegionTests {
  @Test func aRegionIsDeniedWhereAllIsRefusedAndOthersAnswer() {
    let result = result([refused("eu-west-1"), refused("us-east-1"), fine("us-east-1")])
    #expect(result.deniedRegions == ["eu-west-1"])
  }

  /// A permission is missing; no region is special.
  @Test func noRegionIsDeniedWhereNothingCanBeRead() {
    #expect(result([refused("eu-west-1"), refused("us-east-1")]).deniedRegions.isEmpty)
    #expect(result([fine("eu-west-1")]).deniedRegions.isEmpty)
  }

  @Test func keepsDeniedRegionsThatThisScanAskedNothingOf() {
    let earlier = [
      LeftOutRegion("eu-west-1", .denied), LeftOutRegion("eu-west-2", .denied),
      LeftOutRegion("me-south-1", .notEnabled),
    ]
    var result = result([fine("eu-west-1")])
    result.summary.leftOut = [LeftOutRegion("af-south-1", .notEnabled)]
    #expect(
      result.leftOut(after: earlier) == [
        LeftOutRegion("af-south-1", .notEnabled), LeftOutRegion("eu-west-2", .denied),
      ]
    )
  }

  @Test func saysEachReasonOnce() {
    let regions = [
      LeftOutRegion("me-south-1", .notEnabled), LeftOutRegion("us-east-1", .denied),
      LeftOutRegion("af-south-1", .notEnabled),
    ]
    #expect(
      regions.sentences.map(\.en) == [
        "Out of scope, because the account has not enabled them: me-south-1, af-south-1",
        "Not evaluated, because AWS denies everything there: us-east-1",
      ]
    )
  }

  @Test func saysThePersonsReasonForTheirRegions() {
    let regions = [
      LeftOutRegion("eu-west-1", .decided, because: "SCP"),
      LeftOutRegion("sa-east-1", .decided, because: "no customers"),
      LeftOutRegion("eu-west-2", .decided, because: "SCP"),
    ]
    #expect(
      regions.sentences.map(\.en) == [
        "Out of scope, because \"SCP\": eu-west-1, eu-west-2",
        "Out of scope, because \"no customers\": sa-east-1",
      ]
    )
  }

  @Test func aRegionIsOutOfScopeUntilTheExceptionEnds() {
    let now = Date(timeIntervalSince1970: 0)
    var record = AccountRecord(account: "111122223333", partition: .aws)
    let exception = Suppression(
      id: "1",
      scope: .regions(["eu-west-2", "eu-west-1"]),
      reason: "SCP",
      person: "Alice",
      recordedAt: now,
      until: now + 86_400
    )
    record.log.append(.exception(exception))
    #expect(
      record.regionsOutOfScope(at: now + 86_399) == [
        LeftOutRegion("eu-west-1", .decided, because: "SCP"),
        LeftOutRegion("eu-west-2", .decided, because: "SCP"),
      ]
    )
    #expect(record.regionsOutOfScope(at: now + 86_400).isEmpty)
    record.log.append(.ending(.init(id: "2", of: "1", by: "Bob", recordedAt: now)))
    #expect(record.regionsOutOfScope(at: now + 1).isEmpty)
  }

  private static let reason = Reason("any", en: "any", ja: "any")

  private func result(_ findings: [Finding]) -> ScanResult {
    let now = Date(timeIntervalSince1970: 0)
    return ScanResult(
      account: "111122223333",
      partition: .aws,
      summary: ScanSummary(startedAt: now, finishedAt: now, regions: [], calls: 1, caller: "a"),
      rows: [ScanResult.Row(id: "ASC 07", findings: findings, checkedAt: now, duration: 0)]
    )
  }

  private func refused(_ region: Region) -> Finding {
    let resource = Resource(arn: "arn:aws:ec2:\(region.name):111122223333:*", region: region)
    return .unknown(resource, Gap(.accessDenied, "ec2:DescribeVolumes", region: region))
  }

  private func fine(_ region: Region) -> Finding {
    .pass(Resource(arn: "arn:aws:ec2:\(region.name):111122223333:v", region: region), Self.reason)
  }
}
