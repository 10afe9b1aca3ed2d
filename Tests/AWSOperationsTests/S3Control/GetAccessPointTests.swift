import AWSOperations
import Domain
import Testing

struct GetAccessPointTests {
  @Test func encodesTheName() {
    let request = GetAccessPoint(account: "123456789012", name: "a b").request()
    #expect(request.path == "/v20180820/accesspoint/a%20b")
    #expect(request.hostPrefix == "123456789012")
  }

  @Test func readsARecordedAnswer() throws {
    let detail = try GetAccessPoint.output(from: fixture("s3control.GetAccessPoint.xml"))
    #expect(detail.networkOrigin == "Internet")
    #expect(detail.publicAccessBlock.restrictsPublicBuckets)
  }

  @Test func anAccessPointWithoutSettingsThrows() {
    let body = """
      <GetAccessPointResult><NetworkOrigin>Internet</NetworkOrigin></GetAccessPointResult>
      """
    #expect(
      throws: Undecodable("GetAccessPointResult without PublicAccessBlockConfiguration")
    ) {
      try GetAccessPoint.output(from: answer(body))
    }
  }
}
