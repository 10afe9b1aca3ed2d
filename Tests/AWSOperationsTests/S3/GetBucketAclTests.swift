import AWSOperations
import Testing

struct GetBucketAclTests {
  @Test func asksForTheSubResource() {
    let request = GetBucketAcl(bucket: "locked.bucket").request()
    #expect(
      request == WireRequest(method: "GET", path: "/locked.bucket", query: [.init("acl", "")])
    )
  }

  @Test func readsARecordedAnswer() throws {
    #expect(
      try GetBucketAcl.output(from: fixture("s3.GetBucketAcl.xml"))
        == BucketACL(grants: [
          .init(granteeURI: nil, permission: "FULL_CONTROL"),
          .init(
            granteeURI: "http://acs.amazonaws.com/groups/global/AllUsers",
            permission: "READ"
          ),
        ])
    )
  }

  @Test func aGrantToNobodyThrows() {
    let body = """
      <AccessControlPolicy><AccessControlList><Grant><Permission>READ</Permission></Grant>
      </AccessControlList></AccessControlPolicy>
      """
    #expect(throws: Undecodable("Grant without Grantee")) {
      try GetBucketAcl.output(from: answer(body))
    }
  }
}
