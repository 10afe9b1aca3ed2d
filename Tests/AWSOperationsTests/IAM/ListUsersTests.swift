import AWSOperations
import Testing

struct ListUsersTests {
  @Test func asksForAThousandAtATime() {
    #expect(
      ListUsers(pageToken: "m").request().text
        == "Action=ListUsers&Version=2010-05-08&MaxItems=1000&Marker=m"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try ListUsers.output(from: fixture("iam.ListUsers.xml"))
    #expect(page.items.map(\.name) == ["alice", "bob"])
    #expect(page.items.allSatisfy { $0.kind == .user && $0.arn.contains(":user/") })
    #expect(page.nextToken == nil)
  }

  @Test func aUserWithoutAnARNThrows() {
    let body = """
      <ListUsersResponse><ListUsersResult><Users><member><UserName>a</UserName></member></Users>
      <IsTruncated>false</IsTruncated></ListUsersResult></ListUsersResponse>
      """
    #expect(throws: Undecodable("member without Arn")) {
      try ListUsers.output(from: answer(body))
    }
  }
}
