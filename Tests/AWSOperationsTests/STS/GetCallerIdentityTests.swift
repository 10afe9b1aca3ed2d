import AWSOperations
import Domain
import Testing

struct GetCallerIdentityTests {
  @Test func asksWithoutParameters() {
    let request = GetCallerIdentity().request()
    #expect(request.method == "POST")
    #expect(request.text == "Action=GetCallerIdentity&Version=2011-06-15")
  }

  @Test func readsARecordedAnswer() throws {
    let identity = try GetCallerIdentity.output(from: fixture("sts.GetCallerIdentity.xml"))
    #expect(
      identity
        == CallerIdentity(
          account: "123456789012",
          arn: "arn:aws:iam::123456789012:user/auditor",
          userID: "AIDACKCEVSQ6C2EXAMPLE"
        )
    )
  }

  @Test func aMissingAccountThrows() {
    let body = """
      <GetCallerIdentityResponse><GetCallerIdentityResult>
      <Arn>arn:aws:iam::123456789012:root</Arn><UserId>123456789012</UserId>
      </GetCallerIdentityResult></GetCallerIdentityResponse>
      """
    #expect(throws: Undecodable("GetCallerIdentityResult without Account")) {
      try GetCallerIdentity.output(from: answer(body))
    }
  }
}
