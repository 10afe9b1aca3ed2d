import AWSOperations
import Testing

struct GetBucketOwnershipControlsTests {
  @Test func asksForTheSubResource() {
    let request = GetBucketOwnershipControls(bucket: "locked.bucket").request()
    #expect(
      request
        == WireRequest(
          method: "GET",
          path: "/locked.bucket",
          query: [.init("ownershipControls", "")]
        )
    )
  }

  @Test func readsARecordedAnswer() throws {
    let answer = try fixture("s3.GetBucketOwnershipControls.xml")
    #expect(try GetBucketOwnershipControls.output(from: answer) == "ObjectWriter")
  }

  @Test func nothingConfiguredIsAnAnswer() {
    let output = GetBucketOwnershipControls.output(forErrorCode:)
    #expect(output("OwnershipControlsNotFoundError") == .some(nil))
    #expect(output("NoSuchBucket") == .none)
  }
}
