import AWSOperations
import Foundation
import Testing

struct GetCredentialReportTests {
  @Test func asksWithoutParameters() {
    #expect(
      GetCredentialReport().request().text == "Action=GetCredentialReport&Version=2010-05-08"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let report = try GetCredentialReport.output(from: fixture("iam.GetCredentialReport.xml"))
    #expect(try report.generatedAt == date("2026-06-23T20:36:34Z"))
    #expect(report.rows.map { $0["user"] } == ["<root_account>", "alice", "bob"])
    #expect(report.rows[0]["access_key_1_active"] == "false")
    #expect(report.rows[0]["access_key_1_last_rotated"] == "2020-02-03T04:05:06+00:00")
    #expect(report.rows[0]["cert_2_last_rotated"] == "N/A")
  }

  @Test func base64MayBeWrapped() throws {
    let content = Data("user,arn\nalice,arn:x\n".utf8)
      .base64EncodedString(options: [.lineLength64Characters])
    let report = try GetCredentialReport.output(from: self.answer(content: "\n" + content + "\n"))
    #expect(report.rows == [["user": "alice", "arn": "arn:x"]])
  }

  @Test(arguments: ["dXNlcg=", "", Data("<html>".utf8).base64EncodedString()])
  func whatIsNoReportThrows(content: String) {
    #expect(throws: Undecodable.self) {
      try GetCredentialReport.output(from: self.answer(content: content))
    }
  }

  private func answer(content: String) -> WireAnswer {
    AWSOperationsTests.answer(
      """
      <GetCredentialReportResponse><GetCredentialReportResult>
      <Content>\(content)</Content><GeneratedTime>2026-06-23T20:36:34Z</GeneratedTime>
      </GetCredentialReportResult></GetCredentialReportResponse>
      """
    )
  }
}
