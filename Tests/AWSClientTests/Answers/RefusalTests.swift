import AWSOperations
import Domain
import Testing

@testable import AWSClient

struct RefusalTests {
  @Test func findsTheBucketsRegionInTheHeader() {
    #expect(refusal("", ["x-amz-bucket-region": "eu-west-1"]).bucketRegion == "eu-west-1")
  }

  @Test func findsTheBucketsRegionInTheBody() {
    #expect(refusal("<Error><Region>EU</Region></Error>").bucketRegion == "eu-west-1")
  }

  @Test(arguments: [
    "b.s3.ap-northeast-1.amazonaws.com", "b.s3-ap-northeast-1.amazonaws.com",
    "s3.dualstack.ap-northeast-1.amazonaws.com", "a.b.s3.ap-northeast-1.amazonaws.com",
  ])
  func findsTheBucketsRegionInTheEndpoint(host: String) {
    let body = "<Error><Endpoint>\(host)</Endpoint></Error>"
    #expect(refusal(body).bucketRegion == "ap-northeast-1")
    #expect(refusal("", ["location": "https://\(host)/b?acl"]).bucketRegion == "ap-northeast-1")
  }

  @Test(arguments: ["evil.example/x-y-1", "", "us-east", "us--1", "US-EAST-1", "us-east-1.x"])
  func takesNothingElseForARegion(name: String) {
    #expect(refusal("", ["x-amz-bucket-region": name]).bucketRegion == nil)
  }

  @Test func theGlobalEndpointNamesNoRegion() {
    #expect(refusal("<Error><Endpoint>b.s3.amazonaws.com</Endpoint></Error>").bucketRegion == nil)
  }

  @Test func readsHowLongToWait() {
    #expect(refusal("", ["retry-after": "3"]).wish == .seconds(3))
    #expect(refusal("", ["retry-after": "Wed, 21 Oct 2026 07:28:00 GMT"]).wish == nil)
  }

  private func refusal(_ body: String, _ headers: [String: String] = [:]) -> Refusal {
    Refusal(WireAnswer(status: 301, headers: headers, body: Array(body.utf8)), method: "GET")
  }
}
