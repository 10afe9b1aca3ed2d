import AWSClient
import Checks
import Domain
import FoundationEssentials
import Scanner
import Testing

@testable import Demo

struct CrowdTests {
  @Test func addsAsManyFindingsAsSomebodyWants() async throws {
    let plain = try await volumes(of: 0)
    let crowded = try await volumes(of: 1_234)
    #expect(crowded.count == plain.count + 1_234)
    #expect(Set(crowded.map(\.resource.arn)).count == crowded.count)
    let added = crowded.filter { $0.resource.arn.contains("/vol-0c") }
    #expect(added.count == 1_234)
    #expect(added.allSatisfy { $0.status == .alert })
    #expect(Set(added.compactMap(\.resource.region)).count == 16)
  }

  @Test func isTheSameEveryTime() async throws {
    #expect(try await volumes(of: 40) == volumes(of: 40))
  }

  @Test func findsOneOfThemAgain() throws {
    let crowd = Crowd(count: 100_000)
    let page = try #require(try crowd.body(answering: call("NextToken", "crowd-500")))
    let ids = page.split(separator: "<volumeId>").dropFirst().map { $0.prefix(21) }
    #expect(ids.count == 500)
    #expect(page.contains("<nextToken>crowd-1000</nextToken>"))
    let id = String(ids[7])
    let one = try #require(try crowd.body(answering: call("VolumeId.1", id)))
    #expect(one.contains("<volumeId>\(id)</volumeId>"))
    #expect(one.split(separator: "<volumeId>").count == 2)
    #expect(try crowd.body(answering: call("VolumeId.1", "vol-0f31b2c47d9e1a001")) == nil)
  }

  @Test func endsWithItsLastVolume() throws {
    let crowd = Crowd(count: 16 * 600)
    let last = try #require(try crowd.body(answering: call("NextToken", "crowd-500")))
    #expect(last.split(separator: "<volumeId>").count == 101)
    #expect(!last.contains("<nextToken>"))
    #expect(try crowd.body(answering: call("NextToken", "crowd-600")) == nil)
    #expect(try crowd.body(answering: call("NextToken", "page-2")) == nil)
  }

  private func call(_ name: String, _ value: String) throws -> Call {
    try Call(.form("ec2", "eu-west-1", "Action=DescribeVolumes&\(name)=\(value)"))
  }

  /// What ASC 07 finds.
  private func volumes(of count: Int) async throws -> [Finding] {
    let clock = WallClock(now: { Date(timeIntervalSince1970: 1_795_435_200) }, sleep: { _ in })
    var parts = AWSClient.Dependencies(
      credentials: .fixed(DemoAccount.credentials),
      transport: DemoAccount.transport(clock: clock, findings: count)
    )
    parts.clock = clock
    let scanner = Scanner(
      client: AWSClient(parts),
      homeRegion: DemoAccount.region,
      clock: clock,
      timeLimit: 60
    )
    let row = try #require(Catalog.check("ASC 07"))
    return try await scanner.scan([row]) { _ in }.rows.first?.findings ?? []
  }
}
