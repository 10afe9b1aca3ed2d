import AWSOperations
import Testing

struct GetBucketLoggingTests {
  @Test func asksForTheSubResource() {
    let request = GetBucketLogging(bucket: "locked.bucket").request()
    #expect(
      request == WireRequest(method: "GET", path: "/locked.bucket", query: [.init("logging", "")])
    )
  }

  @Test func readsARecordedAnswer() throws {
    var expected = BucketLogging(targetBucket: "logs-bucket", targetPrefix: "plain/")
    expected.keyFormat = "PartitionedPrefix"
    #expect(try GetBucketLogging.output(from: fixture("s3.GetBucketLogging.xml")) == expected)
  }

  @Test func loggingMayBeOff() throws {
    let output = try GetBucketLogging.output(from: answer("<BucketLoggingStatus/>"))
    #expect(output == BucketLogging(targetBucket: nil))
  }

  @Test func loggingToNoBucketThrows() {
    let body = "<BucketLoggingStatus><LoggingEnabled/></BucketLoggingStatus>"
    #expect(throws: Undecodable("LoggingEnabled without TargetBucket")) {
      try GetBucketLogging.output(from: answer(body))
    }
  }
}
