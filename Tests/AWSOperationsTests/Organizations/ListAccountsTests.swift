import AWSOperations
import Domain
import Testing

struct ListAccountsTests {
  @Test func asksPageByPage() {
    let request = ListAccounts(pageToken: "t").request()
    #expect(request.text == #"{"MaxResults":20,"NextToken":"t"}"#)
    #expect(
      request.headers.last
        == .init("x-amz-target", "AWSOrganizationsV20161128.ListAccounts")
    )
  }

  @Test func readsAnAnswer() throws {
    #expect(
      try ListAccounts.output(from: fixture("organizations.ListAccounts.json"))
        == Page(
          items: [
            OrganizationAccount(id: "111122223333", name: "management"),
            OrganizationAccount(id: "444455556666", name: "old", state: "SUSPENDED"),
          ],
          nextToken: "page-2"
        )
    )
  }

  @Test func aPageMayBeEmptyAndNotTheLast() throws {
    let page = try ListAccounts.output(from: answer(#"{"Accounts":[],"NextToken":"more"}"#))
    #expect(page == Page(items: [], nextToken: "more"))
  }

  @Test(arguments: [
    "{}", #"{"Accounts":[{"Id":"12","State":"ACTIVE"}]}"#,
    #"{"Accounts":[{"Id":"111122223333"}]}"#,
  ])
  func anAnswerThatIsNotWholeThrows(body: String) {
    #expect(throws: Undecodable.self) { try ListAccounts.output(from: answer(body)) }
  }
}
