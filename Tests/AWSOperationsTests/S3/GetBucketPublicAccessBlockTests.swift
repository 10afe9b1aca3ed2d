import AWSOperations
import Testing

struct GetBucketPublicAccessBlockTests {
  @Test func asksForTheSubResource() {
    let request = GetBucketPublicAccessBlock(bucket: "locked.bucket").request()
    #expect(
      request
        == WireRequest(
          method: "GET",
          path: "/locked.bucket",
          query: [.init("publicAccessBlock", "")]
        )
    )
  }

  @Test func readsARecordedAnswer() throws {
    #expect(
      try GetBucketPublicAccessBlock.output(from: fixture("s3.GetPublicAccessBlock.xml"))
        == PublicAccessBlock(
          blocksPublicACLs: true,
          ignoresPublicACLs: true,
          blocksPublicPolicy: false,
          restrictsPublicBuckets: false
        )
    )
  }

  @Test func nothingConfiguredBlocksNothing() {
    let output = GetBucketPublicAccessBlock.output(forErrorCode:)
    #expect(output("NoSuchPublicAccessBlockConfiguration") == PublicAccessBlock.none)
    #expect(output("NoSuchBucket") == nil)
    #expect(output("AccessDenied") == nil)
  }
}
