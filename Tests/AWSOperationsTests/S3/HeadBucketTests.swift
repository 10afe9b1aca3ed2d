import AWSOperations
import Domain
import Testing

struct HeadBucketTests {
  @Test func asksForNothingButTheHead() {
    #expect(
      HeadBucket(bucket: "plain").request() == WireRequest(method: "HEAD", path: "/plain")
    )
  }

  @Test func readsTheRegionFromTheHeader() throws {
    #expect(try HeadBucket.output(from: head(200, "eu-west-3")) == "eu-west-3")
  }

  @Test func anEndpointMayNotSay() throws {
    #expect(try HeadBucket.output(from: head(200)) == nil)
  }

  @Test(arguments: [301, 307, 400, 403])
  func aRefusalNamesTheRegionToo(status: Int) {
    #expect(HeadBucket.output(fromRefusal: head(status, "eu-west-3")) == .some("eu-west-3"))
    #expect(HeadBucket.output(fromRefusal: head(status)) == .none)
  }

  @Test func aBucketThatDoesNotExistHasNoRegion() {
    #expect(HeadBucket.output(fromRefusal: head(404, "eu-west-3")) == .none)
  }

  private func head(_ status: Int, _ region: String? = nil) -> WireAnswer {
    answer("", status: status, headers: region.map { ["x-amz-bucket-region": $0] } ?? [:])
  }
}
