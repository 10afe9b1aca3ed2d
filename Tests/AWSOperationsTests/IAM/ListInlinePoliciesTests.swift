import AWSOperations
import Domain
import Testing

struct ListInlinePoliciesTests {
  @Test func eachKindOfPrincipalHasItsCall() {
    #expect(
      ListUserPolicies(of: "alice").request().text
        == "Action=ListUserPolicies&Version=2010-05-08&UserName=alice&MaxItems=1000"
    )
    #expect(
      ListGroupPolicies(of: "ops", pageToken: "m").request().text
        == "Action=ListGroupPolicies&Version=2010-05-08&GroupName=ops&MaxItems=1000&Marker=m"
    )
    #expect(
      ListRolePolicies(of: "web").request().text
        == "Action=ListRolePolicies&Version=2010-05-08&RoleName=web&MaxItems=1000"
    )
    #expect(ListRolePolicies.permission == "iam:ListRolePolicies")
  }

  @Test func readsRecordedAnswers() throws {
    let user = try ListUserPolicies.output(from: fixture("iam.ListUserPolicies.xml"))
    #expect(user.items == ["inline"])
    let role = try ListRolePolicies.output(from: fixture("iam.ListRolePolicies.xml"))
    #expect(role.items == ["r-inline"])
  }

  /// The recorded emulator leaves out `IsTruncated` here.
  @Test func anAnswerThatDoesNotSayWhetherItIsCutIsWhole() throws {
    let page = try ListGroupPolicies.output(from: fixture("iam.ListGroupPolicies.xml"))
    #expect(page == Page(items: ["g-inline"]))
  }

  @Test func anAnswerAboutAnotherKindThrows() throws {
    let answer = try fixture("iam.ListUserPolicies.xml")
    #expect(throws: Undecodable.self) { try ListRolePolicies.output(from: answer) }
  }
}
