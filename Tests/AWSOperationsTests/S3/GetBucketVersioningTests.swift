import AWSOperations
import Testing

struct GetBucketVersioningTests {
  @Test func asksForTheSubResource() {
    #expect(
      GetBucketVersioning(bucket: "a.b").request()
        == WireRequest(method: "GET", path: "/a.b", query: [.init("versioning", "")])
    )
  }

  @Test(arguments: [
    ("s3.GetBucketVersioning.xml", BucketVersioning.Status.enabled),
    ("s3.GetBucketVersioning.never.xml", .never),
  ])
  func readsRecordedAnswers(file: String, status: BucketVersioning.Status) throws {
    #expect(
      try GetBucketVersioning.output(from: fixture(file)) == BucketVersioning(status: status)
    )
  }

  @Test func deletingMayTakeASecondFactor() throws {
    let body = """
      <VersioningConfiguration><Status>Suspended</Status><MfaDelete>Enabled</MfaDelete>
      </VersioningConfiguration>
      """
    #expect(
      try GetBucketVersioning.output(from: answer(body))
        == BucketVersioning(status: .suspended, hasMFADelete: true)
    )
  }

  @Test func anUnknownStatusThrows() {
    let body = "<VersioningConfiguration><Status>Paused</Status></VersioningConfiguration>"
    #expect(throws: Undecodable("Status is not a versioning status: Paused")) {
      try GetBucketVersioning.output(from: answer(body))
    }
  }
}
