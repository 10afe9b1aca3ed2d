import AWSOperations
import Domain
import Testing

struct DescribeReportDefinitionsTests {
  @Test func asksForFiveAtATime() {
    let request = DescribeReportDefinitions(pageToken: "t").request()
    #expect(request.text == #"{"MaxResults":5,"NextToken":"t"}"#)
    #expect(
      request.headers.last
        == .init(
          "x-amz-target",
          "AWSOrigamiServiceGatewayService.DescribeReportDefinitions"
        )
    )
  }

  @Test func readsAnAnswer() throws {
    var expected = CostReport(name: "monthly", bucket: "billing-bucket", prefix: "cur")
    expected.region = "ap-northeast-1"
    expected.lastDelivery = "20260610T010203Z"
    expected.lastStatus = "SUCCESS"
    let answer = try fixture("cur.DescribeReportDefinitions.json")
    #expect(
      try DescribeReportDefinitions.output(from: answer)
        == Page(items: [expected], nextToken: "page-2")
    )
  }

  @Test(arguments: ["{}", "{ }\n", #"{"ReportDefinitions":[]}"#])
  func noReportsIsAnAnswer(body: String) throws {
    #expect(try DescribeReportDefinitions.output(from: answer(body)) == Page(items: []))
  }

  @Test func aReportWithoutABucketThrows() {
    let body = #"{"ReportDefinitions":[{"ReportName":"a"}]}"#
    #expect(throws: Undecodable("reportDefinitions.Index 0 without s3Bucket")) {
      try DescribeReportDefinitions.output(from: answer(body))
    }
  }
}
