import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC13BucketEncryptionTests {
  @Test func anAccountWithoutBucketsHasNothingToCheck() {
    #expect(
      Check.bucketEncryption.judged(.empty).map(\.verdict)
        == [Verdict(.notApplicable, .nothingToCheck)]
    )
  }

  @Test func whatCouldNotBeReadIsUnknown() {
    #expect(Check.bucketEncryption.judged(.denied).map(\.verdict) == [.unknown])
  }

  @Test(arguments: ["AES256", "aws:kms", "aws:kms:dsse", "aws:fsx"])
  func knownAlgorithmsPass(_ algorithm: String) {
    let findings = findings([.encrypted([algorithm])])
    #expect(findings.map(\.verdict) == [Verdict(.pass, .bucketEncrypted)])
    #expect(findings.first?.values["algorithm"] == algorithm)
  }

  @Test(arguments: [[], [nil], [""]] as [[String?]])
  func withoutAnAlgorithmItAlerts(_ algorithms: [String?]) {
    #expect(
      findings([.encrypted(algorithms)]).map(\.verdict) == [Verdict(.alert, .noDefaultEncryption)]
    )
  }

  @Test func oneRuleThatEncryptsIsEnough() {
    #expect(
      findings([.encrypted([nil, "AES256"])]).map(\.verdict) == [Verdict(.pass, .bucketEncrypted)]
    )
  }

  @Test func anUnheardOfAlgorithmPassesWithANote() {
    #expect(
      findings([.encrypted(["aws:quantum"])]).map(\.verdict) == [Verdict(.pass, .otherEncryption)]
    )
  }

  /// Earlier scanners said failed here, and older ones passed.
  @Test func aRefusedBucketIsUnknownAndHidesNothingOfTheOthers() {
    #expect(
      findings([.hidden("a"), .encrypted(["AES256"]), .hidden("gone", by: gone)]).map(\.verdict)
        == [.unknown, Verdict(.pass, .bucketEncrypted)]
    )
  }

  @Test(arguments: [("aws:kms", [Reason.kmsOnLogTarget]), ("AES256", [])])
  func warnsOfAKMSDefaultOnATargetOfAccessLogs(_ algorithm: String, _ warnings: [Reason]) {
    let source = Bucket.closed("source") {
      $0.logging = .known(BucketLogging(targetBucket: "target"))
    }
    let findings = findings([.encrypted([algorithm], name: "target"), source])
    #expect(findings.first?.verdict == Verdict(.pass, .bucketEncrypted, warnings))
    #expect(findings.first?.values["logSources"] == (warnings.isEmpty ? nil : "source"))
  }

  @Test func showsTheKeyAndWhatIsBlocked() {
    var rule = BucketEncryption.Rule(algorithm: "aws:kms")
    rule.kmsKeyID = "arn:aws:kms:us-east-1:123456789012:key/k"
    rule.isBucketKeyEnabled = true
    rule.blockedEncryptionTypes = ["SSE-C"]
    let bucket = Bucket.closed("a") {
      $0.encryption = .known(BucketEncryption(rules: [rule]))
      $0.createdAt = scanTime
    }
    let values = findings([bucket]).first?.values
    #expect(values?["kmsKey"] == "arn:aws:kms:us-east-1:123456789012:key/k")
    #expect(values?["bucketKey"] == "true")
    #expect(values?["blockedEncryption"] == "SSE-C")
    #expect(values?["createdAt"] == "2026-06-11T10:00:00Z")
  }

  private func findings(_ buckets: [Bucket]) -> [Finding] {
    Check.bucketEncryption.judged(.with { $0.buckets = .known(buckets) })
  }
}

extension Bucket {
  fileprivate static func encrypted(_ algorithms: [String?], name: String = "a") -> Self {
    .closed(name) {
      $0.encryption = .known(BucketEncryption(rules: algorithms.map { .init(algorithm: $0) }))
    }
  }
}
