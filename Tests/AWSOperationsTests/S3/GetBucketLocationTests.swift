import AWSOperations
import Domain
import Testing

struct GetBucketLocationTests {
  @Test func asksForTheSubResource() {
    let request = GetBucketLocation(bucket: "locked.bucket").request()
    #expect(
      request == WireRequest(method: "GET", path: "/locked.bucket", query: [.init("location", "")])
    )
  }

  @Test func readsARecordedAnswer() throws {
    let answer = try fixture("s3.GetBucketLocation.xml")
    #expect(try GetBucketLocation.output(from: answer) == "ap-northeast-1")
  }

  @Test(arguments: [
    ("<LocationConstraint/>", "us-east-1"),
    (
      "<LocationConstraint>EU</LocationConstraint>",
      "eu-west-1"
    ),
  ])
  func theFirstRegionsHaveOldNames(body: String, region: String) throws {
    #expect(try GetBucketLocation.output(from: answer(body)).name == region)
  }
}
