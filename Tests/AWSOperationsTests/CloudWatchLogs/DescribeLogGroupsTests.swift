import AWSOperations
import Testing

struct DescribeLogGroupsTests {
  @Test func asksForTheNamedGroups() {
    #expect(
      DescribeLogGroups(identifiers: ["/vpc/flow-logs", "kept"]).request().text
        == #"{"logGroupIdentifiers":["/vpc/flow-logs","kept"],"limit":50}"#
    )
    #expect(
      DescribeLogGroups(identifiers: ["a"], pageToken: "t").request().text
        == #"{"logGroupIdentifiers":["a"],"limit":50,"nextToken":"t"}"#
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try DescribeLogGroups.output(from: fixture("logs.DescribeLogGroups.json"))
    #expect(page.items.map(\.name) == ["/vpc/flow-logs", "kept"])
    #expect(page.items.map(\.retentionInDays) == [nil, 90])
    #expect(
      page.items[1].arn == "arn:aws:logs:ap-northeast-1:123456789012:log-group:kept"
    )
    #expect(page.nextToken == nil)
  }

  @Test func theOlderARNLosesItsStar() throws {
    let body = #"{"logGroups":[{"logGroupName":"a","arn":"arn:a:*"}],"nextToken":"t"}"#
    let page = try DescribeLogGroups.output(from: answer(body))
    #expect(page.items[0].arn == "arn:a")
    #expect(page.nextToken == "t")
  }
}
