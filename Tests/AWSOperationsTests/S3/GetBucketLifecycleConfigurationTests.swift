import AWSOperations
import Testing

struct GetBucketLifecycleConfigurationTests {
  @Test func asksForTheSubResource() {
    #expect(
      GetBucketLifecycleConfiguration(bucket: "a.b").request()
        == WireRequest(method: "GET", path: "/a.b", query: [.init("lifecycle", "")])
    )
  }

  @Test func readsARecordedAnswer() throws {
    var logs = LifecycleRule(id: "logs", isEnabled: true)
    logs.scope = ["prefix=logs/", "tag:kind=ログ"]
    logs.expirationDays = 90
    logs.transitions = [.init(after: "30d", storageClass: "GLACIER")]
    logs.noncurrentExpirationDays = 30
    logs.noncurrentTransitions = [.init(after: "7d", storageClass: "STANDARD_IA")]
    var uploads = LifecycleRule(id: "uploads", isEnabled: false)
    uploads.abortsUploadsAfterDays = 7
    #expect(
      try GetBucketLifecycleConfiguration.output(
        from: fixture("s3.GetBucketLifecycleConfiguration.xml")
      ) == [logs, uploads]
    )
  }

  @Test func readsOldPrefixesDatesAndLimits() throws {
    var expected = LifecycleRule(id: "", isEnabled: true)
    expected.scope = ["prefix=tmp/"]
    expected.expirationDate = "2027-01-01T00:00:00.000Z"
    expected.noncurrentExpirationDays = 1
    expected.keptNoncurrentVersions = 3
    let body = """
      <LifecycleConfiguration><Rule><Prefix>tmp/</Prefix><Status>Enabled</Status>
      <Expiration><Date>2027-01-01T00:00:00.000Z</Date></Expiration>
      <NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays>
      <NewerNoncurrentVersions>3</NewerNoncurrentVersions></NoncurrentVersionExpiration>
      </Rule></LifecycleConfiguration>
      """
    #expect(try GetBucketLifecycleConfiguration.output(from: answer(body)) == [expected])
  }

  @Test func nothingConfiguredIsNoRules() {
    let output = GetBucketLifecycleConfiguration.output(forErrorCode:)
    #expect(output("NoSuchLifecycleConfiguration") == [])
    #expect(output("AccessDenied") == nil)
  }

  @Test func aRuleWithoutAStatusThrows() {
    let body = "<LifecycleConfiguration><Rule><ID>a</ID></Rule></LifecycleConfiguration>"
    #expect(throws: Undecodable("Rule without Status")) {
      try GetBucketLifecycleConfiguration.output(from: answer(body))
    }
  }
}
