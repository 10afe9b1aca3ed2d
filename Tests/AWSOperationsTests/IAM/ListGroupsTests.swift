import AWSOperations
import Testing

struct ListGroupsTests {
  @Test func asksForAThousandAtATime() {
    #expect(
      ListGroups(pageToken: "m").request().text
        == "Action=ListGroups&Version=2010-05-08&MaxItems=1000&Marker=m"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try ListGroups.output(from: fixture("iam.ListGroups.xml"))
    #expect(page.items.map(\.name) == ["ops"])
    #expect(page.items.allSatisfy { $0.kind == .group && $0.arn.contains(":group/") })
    #expect(page.nextToken == nil)
  }
}
