import AWSOperations
import Testing

struct GetBucketPolicyTests {
  @Test func asksForTheSubResource() {
    let request = GetBucketPolicy(bucket: "locked.bucket").request()
    #expect(
      request == WireRequest(method: "GET", path: "/locked.bucket", query: [.init("policy", "")])
    )
  }

  @Test func readsARecordedAnswer() throws {
    let answer = try fixture("s3.GetBucketPolicy.json")
    let policy = try GetBucketPolicy.output(from: answer)
    #expect(policy == String(decoding: answer.body, as: UTF8.self))
    #expect(policy?.contains("arn:aws:s3:::plain/*") == true)
  }

  @Test(arguments: ["<Policy/>", "{\"Version\":", "[{}]", "", "{} trailing"])
  func whatIsNoObjectThrows(body: String) {
    #expect(throws: Undecodable.self) { try GetBucketPolicy.output(from: answer(body)) }
  }

  @Test func noPolicyIsAnAnswer() {
    #expect(GetBucketPolicy.output(forErrorCode: "NoSuchBucketPolicy") == .some(nil))
    #expect(GetBucketPolicy.output(forErrorCode: "AccessDenied") == .none)
  }
}
