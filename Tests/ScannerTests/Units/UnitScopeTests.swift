import Checks
import Domain
import Testing

@testable import Scanner

struct UnitScopeTests {
  @Test(
    arguments: [
      ("ASC 04", "arn:aws:iam::123456789012:role/admin", nil),
      ("ASC 07", "arn:aws:iam::123456789012:root", nil),
      ("ASC 02-01", "arn:aws:s3:::logs", nil),
      ("ASC 02-01", "arn:aws:cloudtrail:eu-west-1:123456789012:*", "eu-west-1"),
      ("ASC 12", "not an ARN", nil),
    ] as [(CheckID, String, Region?)]
  )
  func whatHasNoSmallerAnswerIsLeftToTheRow(
    _ row: CheckID,
    _ arn: String,
    _ region: Region?
  ) throws {
    let finding = Finding.alert(Resource(arn: arn, region: region), .unreadable)
    let unit = UnitScope(try #require(Catalog.check(row)), finding)
    #expect(unit?.resource == nil)
  }

  @Test func aTrailsBucketIsAskedWhereItsTrailsLive() throws {
    let finding = Finding.alert(
      Resource(arn: "arn:aws:s3:::logs", region: nil),
      .unreadable,
      ["trails": "arn:aws:cloudtrail:us-east-1:1:trail/a (multi-region), +3"]
    )
    let unit = try unit("ASC 02-01", finding)
    #expect(unit.regions == ["us-east-1"])
    #expect(unit.buckets.map(\.name) == ["logs"])
  }

  @Test func aBucketIsJudgedWithThoseItLogsToAndFrom() throws {
    let finding = Finding.pass(
      Resource(arn: "arn:aws:s3:::a", region: "eu-west-1"),
      .unreadable,
      ["target": "b", "cycle": "a > b > c > a", "logSources": "d, e, +9"]
    )
    let unit = try unit("ASC 16", finding)
    #expect(unit.buckets.map(\.name) == ["a", "d", "e", "b", "c"])
    #expect(unit.buckets.allSatisfy { $0.region == "eu-west-1" })
  }

  private func unit(_ row: CheckID, _ finding: Finding) throws -> UnitScope {
    let check = try #require(Catalog.check(row))
    return try #require(UnitScope(check, finding))
  }
}
