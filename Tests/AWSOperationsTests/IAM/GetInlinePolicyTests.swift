import AWSOperations
import Domain
import Testing

struct GetInlinePolicyTests {
  @Test func eachKindOfPrincipalHasItsCall() {
    #expect(
      GetUserPolicy(of: "alice", policy: "a b").request().text
        == "Action=GetUserPolicy&Version=2010-05-08&UserName=alice&PolicyName=a%20b"
    )
    #expect(
      GetGroupPolicy(of: "ops", policy: "p").request().text
        == "Action=GetGroupPolicy&Version=2010-05-08&GroupName=ops&PolicyName=p"
    )
    #expect(
      GetRolePolicy(of: "web", policy: "p").request().text
        == "Action=GetRolePolicy&Version=2010-05-08&RoleName=web&PolicyName=p"
    )
    #expect(GetGroupPolicy.permission == "iam:GetGroupPolicy")
  }

  @Test func readsRecordedAnswers() throws {
    let user = try GetUserPolicy.output(from: fixture("iam.GetUserPolicy.xml"))
    #expect(user.name == "inline")
    #expect(user.document.hasPrefix("%7B"))
    let group = try GetGroupPolicy.output(from: fixture("iam.GetGroupPolicy.xml"))
    #expect(group.name == "g-inline")
    let role = try GetRolePolicy.output(from: fixture("iam.GetRolePolicy.xml"))
    #expect(role.name == "r-inline")
  }

  @Test func anAnswerAboutAnotherKindThrows() throws {
    let answer = try fixture("iam.GetUserPolicy.xml")
    #expect(throws: Undecodable.self) { try GetRolePolicy.output(from: answer) }
  }
}
