import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC0201TrailBucketsTests {
  @Test func anAccountWithoutTrailsPassesWithANote() {
    let findings = Check.trailBuckets.judged(.empty)
    #expect(findings.map(\.verdict) == [Verdict(.pass, .noTrailBucket)])
  }

  @Test func whatCouldNotBeReadIsUnknown() {
    let findings = Check.trailBuckets.judged(.denied)
    #expect(findings.map(\.verdict) == [.unknown, .unknown])
    #expect(findings.map(\.resource.region) == [tokyo, virginia])
    #expect(Check.trailBuckets.judged(.unread).map(\.verdict) == [.unknown])
  }

  @Test func judgesAnOwnBucketLikeRowTwelve() {
    let bucket = Bucket.closed("logs") { $0.policyIsPublic = .known(true) }
    let findings = findings([.trail("t", to: "logs")], [bucket, .closed("other")])
    #expect(findings.map(\.verdict) == [Verdict(.alert, .publicPolicy)])
    #expect(findings.first?.resource.arn == "arn:aws:s3:::logs")
    #expect(findings.first?.resource.region == tokyo)
    #expect(findings.first?.values["trails"] == Trail.trail("t", to: "logs").arn)
  }

  /// A bucket without a policy used to be skipped before its access control list was looked at.
  @Test func alertsOnAPublicListWithoutAPolicy() {
    let bucket = Bucket.closed("logs") {
      $0.objectOwnership = .known(nil)
      $0.acl = .known(.everyoneReads)
    }
    #expect(
      findings([.trail("t", to: "logs")], [bucket]).map(\.verdict) == [Verdict(.alert, .publicACL)]
    )
  }

  @Test func aBucketOfSeveralTrailsIsOneUnit() {
    let findings = findings(
      [.trail("a", to: "logs"), .trail("b", to: "logs"), .trail("c", to: "more")],
      [.closed("logs"), .closed("more")]
    )
    #expect(findings.map(\.resource.name) == ["logs", "more"])
    #expect(findings.first?.values["trails"]?.contains("trail/b") == true)
  }

  @Test func theAccountsBlockClosesOwnBucketsUnseen() {
    let findings = findings([.trail("t", to: "logs")], [.hidden("logs")], account: .known(.all))
    #expect(findings.map(\.verdict) == [Verdict(.pass, .accountBlocksPublicAccess)])
  }

  @Test func theAccountsBlockClosesNobodyElsesBucket() {
    var bucket = Bucket.closed("logs")
    bucket.policyIsPublic = .known(true)
    let findings = findings(
      [.trail("t", to: "logs")],
      [],
      account: .known(.all),
      foreign: ["logs": .observed(bucket)]
    )
    #expect(findings.map(\.verdict) == [Verdict(.alert, .publicPolicyPabUnknown)])
  }

  @Test func aRefusedBucketOfAnotherAccountIsUnknown() {
    let trail = Trail.trail("org", to: "logs", owner: "999988887777", isOrganization: true)
    let findings = findings([trail], [], foreign: ["logs": .observed(.hidden("logs"))])
    #expect(findings.map(\.verdict) == [Verdict(.unknown, .crossAccountBucket)])
    #expect(findings.first?.values["likelyOwner"] == "999988887777")
    #expect(findings.first?.values["cause"] == "crossAccount")
  }

  @Test func controlTowerNamesTheLogArchiveAccount() {
    let name = "aws-controltower-logs-444455556666-eu-west-1"
    let trail = Trail.trail("ct", to: name, owner: "999988887777", isOrganization: true)
    let findings = findings([trail], [], foreign: [name: .observed(.hidden(name))])
    #expect(findings.first?.values["likelyOwner"] == "444455556666")
  }

  @Test func anOutageIsNotCalledACrossAccountRefusal() {
    let bucket = Bucket.hidden("logs", by: Gap(.throttled, "s3:GetBucketAcl"))
    let findings = findings([.trail("t", to: "logs")], [], foreign: ["logs": .observed(bucket)])
    #expect(findings.map(\.verdict) == [.unknown])
  }

  @Test func aReadableForeignBucketThatIsNotPublicPasses() {
    let findings = findings(
      [.trail("t", to: "logs")],
      [],
      foreign: ["logs": .observed(.closed("logs"))]
    )
    #expect(findings.map(\.verdict) == [Verdict(.pass, .notPublic)])
  }

  @Test func aForeignBucketsOwnBlockCloses() {
    let bucket = Bucket.closed("logs") {
      $0.policyIsPublic = .known(true)
      $0.publicAccessBlock = .known(.all)
    }
    let findings = findings([.trail("t", to: "logs")], [], foreign: ["logs": .observed(bucket)])
    #expect(findings.map(\.verdict) == [Verdict(.pass, .publicAccessBlocked)])
  }

  @Test func aMissingBucketIsADanglingName() {
    let findings = findings([.trail("t", to: "logs")], [], foreign: ["logs": .missing])
    #expect(
      findings.map(\.verdict) == [Verdict(.pass, .trailBucketMissing, [.danglingTrailBucket])]
    )
  }

  @Test func aListThatCouldNotBeReadLeavesTheBucketUnknown() {
    let inventory = Inventory.with {
      $0.trails = Regional([(tokyo, .known([.trail("t", to: "logs")]))])
      $0.buckets = .unreadable(denied)
      $0.accountPublicAccessBlock = .known(.all)
    }
    #expect(Check.trailBuckets.judged(inventory).map(\.verdict) == [.unknown])
  }

  @Test func aRefusedRegionIsUnknownWithoutAMultiRegionTrail() {
    let inventory = Inventory.with {
      $0.trails = Regional([
        (tokyo, .known([.trail("t", to: "logs")])), (virginia, .unreadable(denied)),
      ])
      $0.buckets = .known([.closed("logs")])
      $0.accountPublicAccessBlock = .known(.none)
      $0.accessPoints = Regional([(tokyo, .known([]))])
    }
    let findings = Check.trailBuckets.judged(inventory)
    #expect(findings.map(\.verdict) == [Verdict(.pass, .notPublic), .unknown])
    #expect(findings.last?.resource.arn == "arn:aws:cloudtrail:us-east-1:123456789012:*")
  }

  @Test func aMultiRegionTrailAnywhereSpeaksForARefusedRegion() {
    var trail = Trail.trail("t", to: "logs")
    trail.isMultiRegion = true
    let inventory = Inventory.with {
      $0.trails = Regional([(tokyo, .known([trail])), (virginia, .unreadable(denied))])
      $0.buckets = .known([.closed("logs")])
      $0.accountPublicAccessBlock = .known(.none)
      $0.accessPoints = Regional([(tokyo, .known([]))])
    }
    #expect(
      Check.trailBuckets.judged(inventory).map(\.verdict) == [Verdict(.pass, .notPublic)]
    )
  }

  private func findings(
    _ trails: [Trail],
    _ buckets: [Bucket],
    account: Fact<PublicAccessBlock> = .known(.none),
    foreign: [String: ForeignBucket] = [:]
  ) -> [Finding] {
    Check.trailBuckets.judged(
      .with {
        $0.trails = Regional([(tokyo, .known(trails)), (virginia, .known(trails))])
        $0.buckets = .known(buckets)
        $0.accountPublicAccessBlock = account
        $0.accessPoints = Regional([(tokyo, .known([]))])
        $0.foreignBuckets = foreign
      }
    )
  }
}

extension Trail {
  fileprivate static func trail(
    _ name: String,
    to bucket: String,
    owner: String = "123456789012",
    isOrganization: Bool = false
  ) -> Self {
    var trail = Self(
      arn: "arn:aws:cloudtrail:ap-northeast-1:\(owner):trail/\(name)",
      name: name,
      homeRegion: tokyo,
      bucket: bucket
    )
    trail.isOrganization = isOrganization
    return trail
  }
}
