import AWSOperations
import Domain
import Testing

@testable import Checks

struct BucketPublicnessTests {
  static let publicPolicy = #"{"Statement":{"Sid":"All","Effect":"Allow","Principal":"*"}}"#

  // MARK: The access control list

  @Test(arguments: [BucketACL.everyoneReads, .anyAccountWrites])
  func aGrantToEveryoneIsPublic(_ acl: BucketACL) {
    #expect(
      verdict(.withACLs { $0.acl = .known(acl) }) == Verdict(.alert, .publicACL)
    )
  }

  @Test func theLogDeliveryGroupIsNotEveryone() {
    #expect(
      verdict(.withACLs { $0.acl = .known(.logDelivery) })
        == Verdict(.pass, .notPublic, [.objectsMayBePublic])
    )
  }

  @Test func ignoringPublicListsClosesThemAtEitherLevel() {
    let bucket = Bucket.withACLs { $0.acl = .known(.everyoneReads) }
    #expect(verdict(bucket, account: .known(.with(ignores: true))) == Verdict(.pass, .notPublic))
    var own = bucket
    own.publicAccessBlock = .known(.with(ignores: true))
    #expect(verdict(own) == Verdict(.pass, .notPublic))
  }

  @Test func ownershipOfTheBucketOwnerDisablesLists() {
    let bucket = Bucket.closed("a") { $0.acl = .known(.everyoneReads) }
    #expect(verdict(bucket) == Verdict(.pass, .notPublic))
  }

  /// AWS answers with the effective list, so a public one is public whatever else is hidden.
  @Test func aPublicListCountsWhileTheBlockIsHidden() {
    let bucket = Bucket.closed("a") {
      $0.acl = .known(.everyoneReads)
      $0.objectOwnership = .unreadable(denied)
      $0.publicAccessBlock = .unreadable(denied)
    }
    #expect(verdict(bucket) == Verdict(.alert, .publicACL))
  }

  @Test func anUnreadableListIsUnknownUnlessNeutralized() {
    #expect(verdict(.withACLs { $0.acl = .unreadable(denied) }) == .unknown)
    let closed = Bucket.closed("a") { $0.acl = .unreadable(denied) }
    #expect(verdict(closed) == Verdict(.pass, .notPublic))
  }

  @Test func warnsWhereObjectsMayBePublic() {
    #expect(verdict(.withACLs()) == Verdict(.pass, .notPublic, [.objectsMayBePublic]))
    #expect(finding(.withACLs()).values["consoleLabel"] == "Objects can be public")
    #expect(
      finding(.closed("a")).values["consoleLabel"] == "Bucket and objects not public"
    )
  }

  // MARK: The policy

  @Test func aPublicPolicyIsPublic() {
    let finding = finding(
      .closed("a") {
        $0.policyIsPublic = .known(true)
        $0.policy = .known(Self.publicPolicy)
      }
    )
    #expect(finding.verdict == Verdict(.alert, .publicPolicy))
    #expect(finding.values["publicStatements"] == "All")
    #expect(finding.values["consoleLabel"] == "Public")
  }

  @Test func restrictingPublicBucketsClosesThePolicyAtEitherLevel() {
    let bucket = Bucket.closed("a") { $0.policyIsPublic = .known(true) }
    #expect(verdict(bucket, account: .known(.with(restricts: true))) == Verdict(.pass, .notPublic))
    var own = bucket
    own.publicAccessBlock = .known(.all)
    #expect(verdict(own) == Verdict(.pass, .publicAccessBlocked))
    own.publicAccessBlock = .known(.with(restricts: true))
    #expect(verdict(own, account: .unreadable(denied)) == Verdict(.pass, .notPublic))
  }

  @Test func aPublicPolicyUnderAHiddenBlockIsPublic() {
    let bucket = Bucket.closed("a") {
      $0.policyIsPublic = .known(true)
      $0.publicAccessBlock = .unreadable(denied)
    }
    #expect(verdict(bucket) == Verdict(.alert, .publicPolicyPabUnknown))
    #expect(
      verdict(bucket, account: .known(.with(restricts: true))) == Verdict(.pass, .notPublic)
    )
  }

  @Test func theTextAnswersWhereTheStatusDoesNot() {
    let notImplemented = Gap(.notImplemented, "s3:GetBucketPolicyStatus")
    func bucket(_ policy: Fact<String?>) -> Bucket {
      .closed("a") {
        $0.policyIsPublic = .unreadable(notImplemented)
        $0.policy = policy
      }
    }
    #expect(verdict(bucket(.known(nil))) == Verdict(.pass, .notPublic))
    #expect(verdict(bucket(.known(Self.publicPolicy))) == Verdict(.alert, .publicPolicy))
    #expect(verdict(bucket(.known(#"{"Statement":[]}"#))) == Verdict(.pass, .notPublic))
    #expect(verdict(bucket(.known("{"))) == .unknown)
    #expect(finding(bucket(.unreadable(denied))).values["cause"] == "notImplemented")
  }

  // MARK: Access points

  @Test func aPublicAccessPointOpensABucketThatHasAPolicy() {
    let finding = finding(.withPolicy(), accessPoints: .known([.accessPoint(isPublic: true)]))
    #expect(finding.verdict == Verdict(.alert, .publicAccessPoint))
    #expect(finding.values["accessPoints"] == "ap")
  }

  @Test func withoutABucketPolicyItOnlyWarns() {
    #expect(
      verdict(.closed("a"), accessPoints: .known([.accessPoint(isPublic: true)]))
        == Verdict(.pass, .notPublic, [.accessPointWithoutPolicy])
    )
  }

  @Test func whetherThereIsABucketPolicyThenMatters() {
    let bucket = Bucket.closed("a") { $0.policy = .unreadable(denied) }
    #expect(verdict(bucket, accessPoints: .known([.accessPoint(isPublic: true)])) == .unknown)
    #expect(verdict(bucket, accessPoints: .known([])) == Verdict(.pass, .notPublic))
  }

  @Test func anAccessPointOfAVPCIsNeverPublic() {
    let point = ObservedAccessPoint.accessPoint(isPublic: true, origin: "VPC")
    #expect(verdict(.withPolicy(), accessPoints: .known([point])) == Verdict(.pass, .notPublic))
  }

  @Test func anAccessPointOfAnotherBucketDoesNotMatter() {
    let point = ObservedAccessPoint.accessPoint(isPublic: true, bucket: "other")
    #expect(verdict(.withPolicy(), accessPoints: .known([point])) == Verdict(.pass, .notPublic))
  }

  @Test func itsOwnBlockClosesAnAccessPoint() {
    let point = ObservedAccessPoint.accessPoint(
      isPublic: true,
      block: .known(.with(restricts: true))
    )
    #expect(verdict(.withPolicy(), accessPoints: .known([point])) == Verdict(.pass, .notPublic))
  }

  @Test func theBucketsBlockClosesItToo() {
    var bucket = Bucket.withPolicy()
    bucket.publicAccessBlock = .known(.all)
    #expect(
      verdict(bucket, accessPoints: .unreadable(denied)) == Verdict(.pass, .publicAccessBlocked)
    )
  }

  @Test func hiddenAccessPointsLeaveABucketWithAPolicyUnknown() {
    #expect(verdict(.withPolicy(), accessPoints: .unreadable(denied)) == .unknown)
    #expect(verdict(.closed("a"), accessPoints: .unreadable(denied)) == Verdict(.pass, .notPublic))
  }

  // MARK: Together

  /// A bucket without a policy used to be skipped before its access control list was looked at.
  @Test func aPublicListCountsWithoutAPolicy() {
    #expect(
      verdict(.withACLs { $0.acl = .known(.everyoneReads) }) == Verdict(.alert, .publicACL)
    )
  }

  @Test func oneOpenWayOutweighsAnUnknownOne() {
    let bucket = Bucket.closed("a") {
      $0.policyIsPublic = .known(true)
      $0.objectOwnership = .known(nil)
      $0.acl = .unreadable(denied)
    }
    let finding = finding(bucket)
    #expect(finding.verdict == Verdict(.alert, .publicPolicy))
    #expect(finding.values["missingActions"] == "any:Action")
  }

  @Test func namesEveryOpenWay() {
    let bucket = Bucket.withACLs {
      $0.acl = .known(.everyoneReads)
      $0.policyIsPublic = .known(true)
    }
    let values = finding(bucket).values
    #expect(values["publicThrough"] == "publicAcl, publicPolicy")
    #expect(values["publicGrants"] == "AllUsers READ")
  }

  /// Row 16 reads access lists and policies too, and which row comes first is chance.
  @Test func whatOtherRowsReadChangesNothing() {
    let bare = Bucket.hidden("a", by: Gap(.notCollected, "none:none"))
    var closed = bare
    closed.publicAccessBlock = .known(.all)
    var read = closed
    read.acl = .known(.everyoneReads)
    read.objectOwnership = .known("ObjectWriter")
    read.policy = .known(Self.publicPolicy)
    #expect(finding(read) == finding(closed))
    let other = Bucket.closed("a") { $0.policy = .unreadable(denied) }
    #expect(finding(.closed("a") { $0.policy = .known(Self.publicPolicy) }) == finding(other))
  }

  /// Denied reads used to count as an empty list and no policy, so a public bucket passed.
  @Test func aBucketThatHidesEverythingIsUnknown() {
    #expect(verdict(.hidden("a")) == .unknown)
  }

  @Test func aBucketThatVanishedMakesNoFinding() {
    let publicness = BucketPublicness(
      bucket: .hidden("a", by: gone),
      account: .known(.none),
      accessPoints: .known([])
    )
    #expect(publicness.finding(on: Resource(arn: "arn:aws:s3:::a", region: nil)) == nil)
  }

  private func verdict(
    _ bucket: Bucket,
    account: Fact<PublicAccessBlock> = .known(.none),
    accessPoints: Fact<[ObservedAccessPoint]> = .known([])
  ) -> Verdict {
    finding(bucket, account: account, accessPoints: accessPoints).verdict
  }

  private func finding(
    _ bucket: Bucket,
    account: Fact<PublicAccessBlock> = .known(.none),
    accessPoints: Fact<[ObservedAccessPoint]> = .known([])
  ) -> Finding {
    let inventory = Inventory.with {
      $0.accountPublicAccessBlock = account
      $0.buckets = .known([bucket])
      $0.accessPoints = Regional([(tokyo, accessPoints)])
    }
    return Check.publicBuckets.judged(inventory)[0]
  }
}

extension Bucket {
  /// An older bucket, whose access control lists are in force.
  fileprivate static func withACLs(_ change: (inout Self) -> Void = { _ in }) -> Self {
    .closed("a") {
      $0.objectOwnership = .known(nil)
      change(&$0)
    }
  }

  /// With a policy that makes nothing public by itself.
  fileprivate static func withPolicy() -> Self {
    .closed("a") { $0.policy = .known(#"{"Statement":[]}"#) }
  }
}

extension ObservedAccessPoint {
  fileprivate static func accessPoint(
    isPublic: Bool,
    bucket: String = "a",
    origin: String = "Internet",
    block: Fact<PublicAccessBlock> = .known(.none)
  ) -> Self {
    Self(
      AccessPoint(name: "ap", bucket: bucket, networkOrigin: origin),
      publicAccessBlock: block,
      policyIsPublic: .known(isPublic)
    )
  }
}
