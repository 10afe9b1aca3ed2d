import AWSOperations
import Testing

struct GetObjectLockConfigurationTests {
  @Test func asksForTheSubResource() {
    let request = GetObjectLockConfiguration(bucket: "locked.bucket").request()
    #expect(
      request
        == WireRequest(method: "GET", path: "/locked.bucket", query: [.init("object-lock", "")])
    )
  }

  @Test func readsARecordedAnswer() throws {
    let answer = try fixture("s3.GetObjectLockConfiguration.xml")
    #expect(try GetObjectLockConfiguration.output(from: answer))
  }

  @Test func nothingConfiguredIsOff() {
    let output = GetObjectLockConfiguration.output(forErrorCode:)
    #expect(output("ObjectLockConfigurationNotFoundError") == false)
    #expect(output("AccessDenied") == nil)
  }
}
