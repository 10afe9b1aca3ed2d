import AWSOperations
import Testing

struct ListPoliciesTests {
  @Test func asksForPoliciesThatGrantSomething() {
    #expect(
      ListPolicies(pageToken: "m").request().text
        == "Action=ListPolicies&Version=2010-05-08&Scope=All&OnlyAttached=true"
        + "&PolicyUsageFilter=PermissionsPolicy&MaxItems=1000&Marker=m"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try ListPolicies.output(from: fixture("iam.ListPolicies.xml"))
    #expect(
      page.items == [
        ListedPolicy(
          arn: "arn:aws:iam::123456789012:policy/admin-like",
          name: "admin-like",
          defaultVersionID: "v2"
        )
      ]
    )
    #expect(page.nextToken == nil)
  }
}
