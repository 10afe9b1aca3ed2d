import AWSOperations
import Testing

struct GetBucketPolicyStatusTests {
  @Test func asksForTheSubResource() {
    let request = GetBucketPolicyStatus(bucket: "locked.bucket").request()
    #expect(
      request
        == WireRequest(method: "GET", path: "/locked.bucket", query: [.init("policyStatus", "")])
    )
  }

  @Test func readsARecordedAnswer() throws {
    #expect(try GetBucketPolicyStatus.output(from: fixture("s3.GetBucketPolicyStatus.xml")))
  }

  @Test func truthValuesMayBeCapitals() throws {
    let body = "<PolicyStatus><IsPublic>FALSE</IsPublic></PolicyStatus>"
    #expect(try GetBucketPolicyStatus.output(from: answer(body)) == false)
  }

  /// Recorded from an emulator that does not know the sub-resource.
  @Test func aListingOfTheBucketIsNotAStatus() throws {
    let answer = try fixture("s3.GetBucketPolicyStatus.unknown.xml")
    #expect(
      throws: Undecodable("ListBucketResult instead of PolicyStatus", isOfAnotherOperation: true)
    ) {
      try GetBucketPolicyStatus.output(from: answer)
    }
  }

  @Test func noPolicyIsNotPublic() {
    #expect(GetBucketPolicyStatus.output(forErrorCode: "NoSuchBucketPolicy") == false)
    #expect(GetBucketPolicyStatus.output(forErrorCode: "AccessDenied") == nil)
  }
}
