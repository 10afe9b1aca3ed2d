import AWSOperations
import Domain
import Testing

struct ListAccessPointsTests {
  @Test func asksForAThousandAtATime() {
    let request = ListAccessPoints(account: "123456789012", pageToken: "t").request()
    #expect(request.path == "/v20180820/accesspoint")
    #expect(request.query == [.init("maxResults", "1000"), .init("nextToken", "t")])
    #expect(request.headers == [.init("x-amz-account-id", "123456789012")])
  }

  @Test func readsARecordedAnswer() throws {
    let page = try ListAccessPoints.output(from: fixture("s3control.ListAccessPoints.xml"))
    var reports = AccessPoint(name: "reports", bucket: "plain", networkOrigin: "Internet")
    reports.arn = "arn:aws:s3:us-east-1:123456789012:accesspoint/reports"
    #expect(page.items.first == reports)
    #expect(page.items.map(\.networkOrigin) == ["Internet", "VPC"])
    #expect(page.nextToken == nil)
  }

  @Test func emulatorsNameTheRootOtherwise() throws {
    let body = """
      <ListAccessPointsResponse><AccessPointList/><NextToken>t</NextToken>
      </ListAccessPointsResponse>
      """
    let page = try ListAccessPoints.output(from: answer(body))
    #expect(page == Page(items: [], nextToken: "t"))
  }

  @Test func anAccessPointWithoutABucketThrows() {
    let body = """
      <ListAccessPointsResult><AccessPointList><AccessPoint><Name>a</Name>
      <NetworkOrigin>VPC</NetworkOrigin></AccessPoint></AccessPointList>
      </ListAccessPointsResult>
      """
    #expect(throws: Undecodable("AccessPoint without Bucket")) {
      try ListAccessPoints.output(from: answer(body))
    }
  }
}
