import AWSOperations
import Testing

struct AssumeRoleWithWebIdentityTests {
  @Test func sendsTheToken() {
    let operation = AssumeRoleWithWebIdentity(roleARN: "arn", sessionName: "me", token: "a.b=")
    #expect(
      operation.request().text == "Action=AssumeRoleWithWebIdentity&Version=2011-06-15"
        + "&RoleArn=arn&RoleSessionName=me&WebIdentityToken=a.b%3D"
    )
  }

  @Test func readsTheRole() throws {
    let body = String(decoding: try fixture("sts.AssumeRole.xml").body, as: UTF8.self)
      .replacing("AssumeRoleResponse", with: "AssumeRoleWithWebIdentityResponse")
      .replacing("AssumeRoleResult", with: "AssumeRoleWithWebIdentityResult")
    let role = try AssumeRoleWithWebIdentity.output(from: answer(body))
    #expect(role.accessKeyID == "ASIDEXAMPLE")
    #expect(try role.expiresAt == date("2026-06-23T21:36:34Z"))
  }
}
