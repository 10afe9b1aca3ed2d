import AWSOperations
import Domain
import Testing

@testable import Checks

struct AccessLogTargetsTests {
  @Test func aBucketIsNoTargetOfItself() {
    let targets = targets(["a": "a", "b": "c", "d": "c"])
    #expect(targets.sources(of: "a") == [])
    #expect(targets.sources(of: "c") == ["b", "d"])
  }

  @Test func findsTheWayBack() {
    let targets = targets(["a": "b", "b": "c", "c": "a", "x": "a", "self": "self"])
    #expect(targets.cycle(from: "b") == ["b", "c", "a", "b"])
    #expect(targets.cycle(from: "x") == nil)
    #expect(targets.cycle(from: "self") == nil)
    #expect(targets.cycle(from: "nobody") == nil)
  }

  @Test func remembersWhoHidesItsLogging() {
    let targets = AccessLogTargets(of: [.hidden("b"), .closed("c"), .hidden("a")], in: .aws)
    #expect(targets.unreadable == ["a", "b"])
  }

  @Test func readsPoliciesOfOtherPartitions() {
    let bucket = Bucket.closed("logs") {
      $0.policy = .known(
        #"{"Statement":{"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"#
          + #""Action":"s3:PutObject","Resource":"arn:aws-cn:s3:::logs/*"}}"#
      )
    }
    #expect(AccessLogTargets(of: [bucket], in: .china).isPrepared(bucket) == .known(true))
    #expect(AccessLogTargets(of: [bucket], in: .aws).isPrepared(bucket) == .known(false))
  }

  private func targets(_ targets: [String: String]) -> AccessLogTargets {
    let buckets = targets.map { name, target in
      Bucket.closed(name) { $0.logging = .known(BucketLogging(targetBucket: target)) }
    }
    return AccessLogTargets(of: buckets, in: .aws)
  }
}
