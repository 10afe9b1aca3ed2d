import AWSOperations
import Testing

struct GetPolicyVersionTests {
  @Test func asksForOneVersion() {
    #expect(
      GetPolicyVersion(policyARN: "arn:aws:iam::aws:policy/A", versionID: "v2").request().text
        == "Action=GetPolicyVersion&Version=2010-05-08"
        + "&PolicyArn=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FA&VersionId=v2"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let document = try GetPolicyVersion.output(from: fixture("iam.GetPolicyVersion.xml"))
    #expect(document.hasPrefix(#"{"Version": "2012-10-17""#))
  }
}
