import AWSOperations
import Testing

struct AssumeRoleTests {
  private let role = "arn:aws:iam::123456789012:role/web"

  @Test func leavesOutWhatIsNotGiven() {
    let request = AssumeRole(roleARN: role, sessionName: "ascheck").request()
    #expect(
      request.text == "Action=AssumeRole&Version=2011-06-15"
        + "&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fweb&RoleSessionName=ascheck"
    )
  }

  @Test func sendsWhatIsGiven() {
    let operation = AssumeRole(
      roleARN: role,
      sessionName: "ascheck",
      externalID: "outside world+1",
      durationSeconds: 900,
      serialNumber: "arn:aws:iam::123456789012:mfa/a",
      tokenCode: "012345"
    )
    #expect(
      operation.request().text.hasSuffix(
        "&RoleSessionName=ascheck&ExternalId=outside%20world%2B1&DurationSeconds=900"
          + "&SerialNumber=arn%3Aaws%3Aiam%3A%3A123456789012%3Amfa%2Fa&TokenCode=012345"
      )
    )
  }

  @Test func readsARecordedAnswer() throws {
    let role = try AssumeRole.output(from: fixture("sts.AssumeRole.xml"))
    #expect(role.accessKeyID == "ASIDEXAMPLE")
    #expect(role.secretAccessKey == "secret/EXAMPLE+KEY")
    #expect(role.sessionToken == "token//EXAMPLE==")
    #expect(try role.expiresAt == date("2026-06-23T21:36:34Z"))
    #expect(role.arn == "arn:aws:sts::123456789012:assumed-role/web/ascheck")
  }

  @Test func anAnswerWithoutATokenThrows() throws {
    let body = String(decoding: try fixture("sts.AssumeRole.xml").body, as: UTF8.self)
      .replacing("SessionToken", with: "Token")
    #expect(throws: Undecodable("Credentials without SessionToken")) {
      try AssumeRole.output(from: answer(body))
    }
  }

  @Test func neverPrintsTheSecrets() throws {
    let role = try AssumeRole.output(from: fixture("sts.AssumeRole.xml"))
    var dumped = ""
    dump(role, to: &dumped)
    for text in ["\(role)", String(reflecting: role), "\([role])", dumped] {
      #expect(!text.contains("EXAMPLE"))
      #expect(text.contains("assumed-role/web/ascheck"))
    }
  }
}
