import AWSOperations
import Testing

struct ListEntitiesForPolicyTests {
  @Test func leavesOutBoundaries() {
    #expect(
      ListEntitiesForPolicy(policyARN: "arn:aws:iam::aws:policy/A").request().text
        == "Action=ListEntitiesForPolicy&Version=2010-05-08"
        + "&PolicyArn=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FA"
        + "&PolicyUsageFilter=PermissionsPolicy&MaxItems=1000"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try ListEntitiesForPolicy.output(from: fixture("iam.ListEntitiesForPolicy.xml"))
    #expect(page.items.map(\.kind) == [.group, .user, .role])
    #expect(page.items.map(\.name) == ["ops", "bob", "web"])
    #expect(page.items[2].id.hasPrefix("AROA"))
    #expect(page.nextToken == nil)
  }

  @Test func oneMissingListThrows() {
    let body = """
      <ListEntitiesForPolicyResponse><ListEntitiesForPolicyResult>
      <PolicyGroups/><PolicyUsers/><IsTruncated>false</IsTruncated>
      </ListEntitiesForPolicyResult></ListEntitiesForPolicyResponse>
      """
    #expect(throws: Undecodable("ListEntitiesForPolicyResult without PolicyRoles")) {
      try ListEntitiesForPolicy.output(from: answer(body))
    }
  }
}
