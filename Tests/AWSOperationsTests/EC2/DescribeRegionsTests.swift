import AWSOperations
import Domain
import Testing

struct DescribeRegionsTests {
  @Test func asksOnlyForTheAccountsRegions() {
    #expect(
      DescribeRegions().request().text
        == "Action=DescribeRegions&Version=2016-11-15&AllRegions=true"
    )
  }

  @Test func readsARecordedAnswer() throws {
    #expect(
      try DescribeRegions.output(from: fixture("ec2.DescribeRegions.xml")) == [
        AvailableRegion(region: "af-south-1", optInStatus: "opted-in"),
        AvailableRegion(region: "ap-east-1", optInStatus: "not-opted-in"),
        AvailableRegion(region: "ap-northeast-1", optInStatus: "opt-in-not-required"),
      ]
    )
  }

  @Test func aRegionWithoutAStatusThrows() {
    let body = """
      <DescribeRegionsResponse><regionInfo><item><regionName>eu-west-1</regionName></item>
      </regionInfo></DescribeRegionsResponse>
      """
    #expect(throws: Undecodable("item without optInStatus")) {
      try DescribeRegions.output(from: answer(body))
    }
  }
}
