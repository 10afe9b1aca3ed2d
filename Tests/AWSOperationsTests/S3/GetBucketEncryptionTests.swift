import AWSOperations
import Testing

struct GetBucketEncryptionTests {
  @Test func asksForTheSubResource() {
    let request = GetBucketEncryption(bucket: "locked.bucket").request()
    #expect(
      request
        == WireRequest(method: "GET", path: "/locked.bucket", query: [.init("encryption", "")])
    )
  }

  @Test func readsARecordedAnswer() throws {
    var rule = BucketEncryption.Rule(algorithm: "aws:kms")
    rule.kmsKeyID =
      "arn:aws:kms:ap-northeast-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    rule.isBucketKeyEnabled = true
    rule.blockedEncryptionTypes = ["SSE-C"]
    #expect(
      try GetBucketEncryption.output(from: fixture("s3.GetBucketEncryption.xml"))
        == BucketEncryption(rules: [rule])
    )
  }

  @Test func aRuleMayNameNoAlgorithm() throws {
    let root = "ServerSideEncryptionConfiguration"
    let one = try GetBucketEncryption.output(from: answer("<\(root)><Rule/></\(root)>"))
    #expect(one == BucketEncryption(rules: [.init(algorithm: nil)]))
    let none = try GetBucketEncryption.output(from: answer("<\(root)/>"))
    #expect(none == BucketEncryption(rules: []))
  }

  @Test func nothingConfiguredHasNoRules() {
    #expect(
      GetBucketEncryption.output(forErrorCode: "ServerSideEncryptionConfigurationNotFoundError")
        == BucketEncryption(rules: [])
    )
    #expect(GetBucketEncryption.output(forErrorCode: "AccessDenied") == nil)
  }
}
