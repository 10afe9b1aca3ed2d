import AWSOperations
import Testing

struct ListExportsTests {
  @Test func asksForAHundredAtATime() {
    let request = ListExports(pageToken: "t").request()
    #expect(request.text == #"{"MaxResults":100,"NextToken":"t"}"#)
    #expect(
      request.headers.last
        == .init("x-amz-target", "AWSBillingAndCostManagementDataExports.ListExports")
    )
  }

  @Test func readsAnAnswer() throws {
    let expected = ListedExport(
      arn: "arn:aws:bcm-data-exports:us-east-1:123456789012:export/focus-1a2b",
      name: "focus",
      status: "HEALTHY",
      refreshedAt: try date("2026-06-10T00:00:00Z")
    )
    #expect(
      try ListExports.output(from: fixture("bcm-data-exports.ListExports.json"))
        == Page(items: [expected])
    )
  }

  @Test func noExportsIsAnAnswer() throws {
    #expect(try ListExports.output(from: answer("{}")) == Page(items: []))
  }

  @Test func anExportWithoutAnARNThrows() {
    #expect(throws: Undecodable("exports.Index 0 without exportArn")) {
      try ListExports.output(from: answer(#"{"Exports":[{"ExportName":"a"}]}"#))
    }
  }
}
