import AWSOperations
import Testing

struct GetEbsEncryptionByDefaultTests {
  @Test func asksWithoutParameters() {
    #expect(
      GetEbsEncryptionByDefault().request().text
        == "Action=GetEbsEncryptionByDefault&Version=2016-11-15"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let answer = try fixture("ec2.GetEbsEncryptionByDefault.xml")
    #expect(try GetEbsEncryptionByDefault.output(from: answer) == false)
  }
}
