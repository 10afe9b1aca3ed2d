import AWSOperations
import Testing

struct GenerateCredentialReportTests {
  @Test func asksWithoutParameters() {
    #expect(
      GenerateCredentialReport().request().text
        == "Action=GenerateCredentialReport&Version=2010-05-08"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let answer = try fixture("iam.GenerateCredentialReport.xml")
    #expect(try GenerateCredentialReport.output(from: answer) == "STARTED")
  }
}
