import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC16AccessLoggingTests {
  @Test func anAccountWithoutBucketsHasNothingToCheck() {
    #expect(
      Check.accessLogging.judged(.empty).map(\.verdict)
        == [Verdict(.notApplicable, .nothingToCheck)]
    )
  }

  @Test func whatCouldNotBeReadIsUnknown() {
    #expect(Check.accessLogging.judged(.denied).map(\.verdict) == [.unknown])
  }

  @Test func aBucketWithoutLoggingAlerts() {
    let findings = findings([.closed("a")])
    #expect(findings.map(\.verdict) == [Verdict(.alert, .noAccessLogging)])
    #expect(findings.first?.values["hiddenSources"] == nil)
  }

  @Test func aBucketThatLogsPassesAndItsTargetIsLeftAlone() {
    let findings = findings([.logging("a", to: "logs"), .target("logs")])
    #expect(
      findings.map(\.verdict)
        == [Verdict(.pass, .accessLogged), Verdict(.notApplicable, .logTarget)]
    )
    #expect(findings.first?.values["target"] == "logs")
    #expect(findings.last?.values["logSources"] == "a")
  }

  @Test func aTargetPreparedByPolicyIsLeftAlone() {
    #expect(findings([.target("logs")]).map(\.verdict) == [Verdict(.notApplicable, .logTarget)])
  }

  @Test func aTargetPreparedByItsListIsLeftAloneWhereListsAreInForce() {
    let prepared = Bucket.closed("logs") {
      $0.acl = .known(.logDelivery)
      $0.objectOwnership = .known("ObjectWriter")
    }
    #expect(findings([prepared]).map(\.verdict) == [Verdict(.notApplicable, .logTarget)])
    var disabled = prepared
    disabled.objectOwnership = .known("BucketOwnerEnforced")
    #expect(findings([disabled]).map(\.verdict) == [Verdict(.alert, .noAccessLogging)])
  }

  @Test func aBucketThatHidesWhetherItIsPreparedIsUnknown() {
    let bucket = Bucket.closed("a") { $0.policy = .unreadable(denied) }
    #expect(findings([bucket]).map(\.verdict) == [.unknown])
    var broken = Bucket.closed("a")
    broken.policy = .known("{")
    #expect(findings([broken]).map(\.verdict) == [.unknown])
  }

  @Test func oneSignOfATargetIsEnough() {
    let bucket = Bucket.closed("logs") {
      $0.policy = .unreadable(denied)
      $0.acl = .known(.logDelivery)
      $0.objectOwnership = .known(nil)
    }
    #expect(findings([bucket]).map(\.verdict) == [Verdict(.notApplicable, .logTarget)])
  }

  @Test func refusedLoggingIsUnknownAndExcusesNoOtherBucket() {
    let findings = findings([.hidden("hidden"), .closed("a"), .hidden("gone", by: gone)])
    #expect(findings.map(\.verdict) == [.unknown, Verdict(.alert, .noAccessLogging)])
    #expect(findings.last?.values["hiddenSources"] == "gone, hidden")
  }

  @Test func warnsOfABucketThatLogsIntoItself() {
    var bucket = Bucket.target("a")
    bucket.logging = .known(BucketLogging(targetBucket: "a"))
    #expect(findings([bucket]).map(\.verdict) == [Verdict(.pass, .accessLogged, [.selfLogging])])
  }

  @Test func warnsOfATargetThatIsNotOurs() {
    #expect(
      findings([.logging("a", to: "elsewhere")]).map(\.verdict)
        == [Verdict(.pass, .accessLogged, [.targetMissing])]
    )
  }

  @Test func warnsOfATargetInAnotherRegion() {
    #expect(
      findings([.logging("a", to: "logs"), .target("logs", in: virginia)]).first?.verdict
        == Verdict(.pass, .accessLogged, [.targetMissing])
    )
  }

  @Test func aTargetOfUnknownRegionIsGivenTheBenefit() {
    #expect(
      findings([.logging("a", to: "logs"), .target("logs", in: nil)]).first?.verdict
        == Verdict(.pass, .accessLogged)
    )
  }

  @Test func warnsOfATargetThatLetsNoLogsIn() {
    #expect(
      findings([.logging("a", to: "logs"), .closed("logs")]).first?.verdict
        == Verdict(.pass, .accessLogged, [.noDeliveryPermission])
    )
  }

  @Test func aTargetThatHidesItsPermissionIsNotWarnedOf() {
    let target = Bucket.closed("logs") { $0.policy = .unreadable(denied) }
    #expect(
      findings([.logging("a", to: "logs"), target]).first?.verdict == Verdict(.pass, .accessLogged)
    )
  }

  @Test func warnsOfATargetThatCannotReceive() {
    var encrypted = Bucket.target("logs")
    encrypted.encryption = .known(BucketEncryption(rules: [.init(algorithm: "aws:kms")]))
    var locked = Bucket.target("logs")
    locked.objectLock = .known(true)
    for target in [encrypted, locked] {
      #expect(
        findings([.logging("a", to: "logs"), target]).first?.verdict
          == Verdict(.pass, .accessLogged, [.targetUnsupported])
      )
    }
  }

  @Test func warnsOfBucketsThatLogInACircle() {
    var buckets = ["a", "b", "c"].map { Bucket.target($0) }
    for (index, next) in [(0, "b"), (1, "c"), (2, "a")] {
      buckets[index].logging = .known(BucketLogging(targetBucket: next))
    }
    let findings = findings(buckets)
    #expect(Set(findings.map(\.verdict)) == [Verdict(.pass, .accessLogged, [.loggingCycle])])
    #expect(findings.first?.values["cycle"] == "a > b > c > a")
  }

  @Test func aBucketThatOnlyLeadsIntoACircleIsNotInIt() {
    var buckets = ["a", "b"].map { Bucket.target($0) }
    buckets[0].logging = .known(BucketLogging(targetBucket: "b"))
    buckets[1].logging = .known(BucketLogging(targetBucket: "a"))
    let findings = findings(buckets + [.logging("outside", to: "a")])
    #expect(findings.last?.verdict == Verdict(.pass, .accessLogged))
  }

  private func findings(_ buckets: [Bucket]) -> [Finding] {
    Check.accessLogging.judged(.with { $0.buckets = .known(buckets) })
  }
}

extension Bucket {
  fileprivate static func logging(_ name: String, to target: String) -> Self {
    .closed(name) {
      $0.logging = .known(BucketLogging(targetBucket: target, targetPrefix: "\(name)/"))
    }
  }

  /// With the policy that lets access logs in.
  fileprivate static func target(_ name: String, in region: Region? = tokyo) -> Self {
    .closed(name, in: region) {
      $0.policy = .known(
        #"{"Statement":{"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"#
          + #""Action":"s3:PutObject","Resource":"arn:aws:s3:::\#(name)/*"}}"#
      )
    }
  }
}
