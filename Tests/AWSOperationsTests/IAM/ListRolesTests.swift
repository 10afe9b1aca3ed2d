import AWSOperations
import Testing

struct ListRolesTests {
  @Test func asksForAThousandAtATime() {
    #expect(
      ListRoles(pageToken: "m").request().text
        == "Action=ListRoles&Version=2010-05-08&MaxItems=1000&Marker=m"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try ListRoles.output(from: fixture("iam.ListRoles.xml"))
    #expect(page.items.map(\.name) == ["web"])
    #expect(page.items.allSatisfy { $0.kind == .role && $0.arn.contains(":role/") })
    #expect(page.items[0].trustPolicy?.contains("ec2.amazonaws.com") == true)
    #expect(page.nextToken == nil)
  }
}
