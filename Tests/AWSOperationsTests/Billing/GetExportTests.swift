import AWSOperations
import Domain
import Testing

struct GetExportTests {
  @Test func namesTheExport() {
    #expect(GetExport(arn: "arn:1").request().text == #"{"ExportArn":"arn:1"}"#)
  }

  @Test func readsAnAnswer() throws {
    let expected = ExportDestination(
      bucket: "billing-bucket",
      owner: "111122223333",
      prefix: "focus",
      region: "us-east-1"
    )
    #expect(
      try GetExport.output(from: fixture("bcm-data-exports.GetExport.json")) == expected
    )
  }

  @Test func anExportToSomewhereElseThrows() {
    let body = #"{"Export":{"DestinationConfigurations":{}}}"#
    #expect(throws: Undecodable("export.destinationConfigurations without s3Destination")) {
      try GetExport.output(from: answer(body))
    }
  }
}
