import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC12PublicBucketsTests {
  @Test func anAccountWithoutBucketsHasNothingToCheck() {
    #expect(
      Check.publicBuckets.judged(.empty).map(\.verdict)
        == [Verdict(.notApplicable, .nothingToCheck)]
    )
  }

  @Test func whatCouldNotBeReadIsUnknown() {
    #expect(Check.publicBuckets.judged(.denied).map(\.verdict) == [.unknown])
  }

  @Test func theAccountsBlockClosesEveryBucketUnseen() {
    let inventory = inventory([.hidden("a"), .hidden("b", by: gone)], account: .known(.all))
    let findings = Check.publicBuckets.judged(inventory)
    #expect(
      findings.map(\.verdict)
        == Array(repeating: Verdict(.pass, .accountBlocksPublicAccess), count: 2)
    )
    #expect(findings.first?.resource.arn == "arn:aws:s3:::a")
  }

  @Test func theAccountsBlockAnswersEvenWithoutAList() {
    let inventory = Inventory.with {
      $0.accountPublicAccessBlock = .known(.with(ignores: true, restricts: true))
      $0.buckets = .unreadable(denied)
    }
    #expect(
      Check.publicBuckets.judged(inventory).map(\.verdict)
        == [Verdict(.pass, .accountBlocksPublicAccess)]
    )
  }

  /// The two `Block` settings only refuse future changes.
  @Test func refusingFutureChangesClosesNothing() {
    let block = PublicAccessBlock(
      blocksPublicACLs: true,
      ignoresPublicACLs: false,
      blocksPublicPolicy: true,
      restrictsPublicBuckets: false
    )
    let bucket = Bucket.closed("a") { $0.policyIsPublic = .known(true) }
    #expect(
      Check.publicBuckets.judged(inventory([bucket], account: .known(block))).map(\.verdict)
        == [Verdict(.alert, .publicPolicy)]
    )
  }

  @Test func judgesEachBucketByItself() {
    let open = Bucket.closed("open", in: virginia) { $0.policyIsPublic = .known(true) }
    let findings = Check.publicBuckets.judged(
      inventory([.closed("a"), open, .hidden("hidden"), .hidden("gone", by: gone)])
    )
    #expect(
      findings.map(\.verdict)
        == [Verdict(.pass, .notPublic), Verdict(.alert, .publicPolicy), .unknown]
    )
    #expect(findings.map(\.resource.region) == [tokyo, virginia, tokyo])
  }

  @Test func aBucketOfAnUnknownRegionNeedsTheAccessPointsOfAll() {
    var inventory = inventory([.closed("a", in: nil)])
    #expect(Check.publicBuckets.judged(inventory).map(\.status) == [.pass])
    inventory.accessPoints = Regional([(tokyo, .known([])), (virginia, .unreadable(denied))])
    inventory.buckets = .known([.closed("a", in: nil) { $0.policy = .known("{}") }])
    #expect(Check.publicBuckets.judged(inventory).map(\.verdict) == [.unknown])
  }

  @Test func readsArnsOfOtherPartitions() {
    var inventory = inventory([.closed("a")])
    inventory.identity.arn = "arn:aws-cn:iam::123456789012:user/taro"
    #expect(
      Check.publicBuckets.judged(inventory).first?.resource.arn == "arn:aws-cn:s3:::a"
    )
  }

  private func inventory(
    _ buckets: [Bucket],
    account: Fact<PublicAccessBlock> = .known(.none)
  ) -> Inventory {
    .with {
      $0.accountPublicAccessBlock = account
      $0.buckets = .known(buckets)
      $0.accessPoints = Regional([(tokyo, .known([])), (virginia, .known([]))])
    }
  }
}
