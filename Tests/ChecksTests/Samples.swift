import AWSOperations
import Domain
import FoundationEssentials
import Testing

@testable import Checks

/// The moment every test takes for now: 2026-06-11T10:00:00Z.
let scanTime = Date(timeIntervalSince1970: 1_781_172_000)

let tokyo: Region = "ap-northeast-1"
let virginia: Region = "us-east-1"
let ireland: Region = "eu-west-1"

let denied = Gap(.accessDenied, "any:Action", code: "AccessDenied")
let gone = Gap(.gone, "any:Action", code: "NotFound")

extension Inventory {
  /// An account of which nothing was read.
  static var unread: Self {
    Self(
      identity: CallerIdentity(
        account: "123456789012",
        arn: "arn:aws:sts::123456789012:assumed-role/audit/taro",
        userID: "AROAEXAMPLE:taro"
      ),
      hasTemporaryCredentials: true,
      now: scanTime
    )
  }

  static func with(_ change: (inout Self) -> Void) -> Self {
    var inventory = unread
    change(&inventory)
    return inventory
  }

  /// Everything was read, and there is nothing.
  static var empty: Self {
    with {
      $0.accountSummary = .known(AccountSummary(counters: ["AccountAccessKeysPresent": 0]))
      $0.authorization = .known(Authorization(principals: [], policies: [:]))
      $0.trails = Regional([(tokyo, .known([]))])
      $0.instances = Regional([(tokyo, .known([]))])
      $0.volumes = Regional([(tokyo, .known([]))])
      $0.encryptionByDefault = Regional([(tokyo, .known(false))])
      $0.vpcs = Regional([(tokyo, .known([]))])
      $0.flowLogs = Regional([(tokyo, .known([]))])
      $0.accountPublicAccessBlock = .known(.none)
      $0.buckets = .known([])
      $0.accessPoints = Regional([])
    }
  }

  /// Everything was asked for and refused.
  static var denied: Self {
    let gap = ChecksTests.denied
    return with {
      $0.accountSummary = .unreadable(gap)
      $0.credentialReport = .unreadable(gap)
      $0.authorization = .unreadable(gap)
      $0.trails = Regional([(tokyo, .unreadable(gap)), (virginia, .unreadable(gap))])
      $0.instances = Regional([(tokyo, .unreadable(gap))])
      $0.volumes = Regional([(tokyo, .unreadable(gap))])
      $0.encryptionByDefault = Regional([(tokyo, .unreadable(gap))])
      $0.vpcs = Regional([(tokyo, .unreadable(gap))])
      $0.flowLogs = Regional([(tokyo, .unreadable(gap))])
      $0.accountPublicAccessBlock = .unreadable(gap)
      $0.buckets = .unreadable(gap)
      $0.accessPoints = Regional(unreadable: gap)
    }
  }
}

extension Check {
  /// The row's findings, each of them fit to be shown: a reason the row announces, words without a
  /// hole, and a label for every value.
  func judged(
    _ inventory: Inventory,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Finding] {
    let findings = findings(in: inventory)
    for finding in findings {
      let announced = reasons + [.nothingToCheck, .unreadable]
      for reason in [finding.reason] + finding.warnings {
        #expect(announced.contains(reason), sourceLocation: sourceLocation)
        for language in Language.allCases {
          let words = reason.text(in: language, values: finding.values)
          #expect(!words.contains(#/\{[a-zA-Z]+\}/#), sourceLocation: sourceLocation)
        }
      }
      for key in finding.values.pairs.map(\.key) {
        #expect(ValueLabel.labels[key] != nil, "\(key)", sourceLocation: sourceLocation)
      }
    }
    return findings
  }
}

/// What a test says of a finding: status, reason, warnings.
struct Verdict: Hashable {
  let status: Finding.Status
  let reason: Reason
  let warnings: [Reason]

  init(_ status: Finding.Status, _ reason: Reason, _ warnings: [Reason] = []) {
    self.status = status
    self.reason = reason
    self.warnings = warnings
  }

  static let unknown = Self(.unknown, .unreadable)
}

extension Finding {
  var verdict: Verdict { Verdict(status, reason, warnings) }
}

extension PublicAccessBlock {
  static let all = Self(
    blocksPublicACLs: true,
    ignoresPublicACLs: true,
    blocksPublicPolicy: true,
    restrictsPublicBuckets: true
  )

  static func with(ignores: Bool = false, restricts: Bool = false) -> Self {
    Self(
      blocksPublicACLs: false,
      ignoresPublicACLs: ignores,
      blocksPublicPolicy: false,
      restrictsPublicBuckets: restricts
    )
  }
}

extension Bucket {
  /// Read in full and closed, as new buckets have been since 2023.
  static func closed(
    _ name: String,
    in region: Region? = tokyo,
    _ change: (inout Self) -> Void = { _ in }
  )
    -> Self
  {
    var bucket = Self(name: name, region: region)
    bucket.publicAccessBlock = .known(.none)
    bucket.policyIsPublic = .known(false)
    bucket.policy = .known(nil)
    bucket.acl = .known(BucketACL(grants: []))
    bucket.objectOwnership = .known("BucketOwnerEnforced")
    bucket.encryption = .known(BucketEncryption(rules: [.init(algorithm: "AES256")]))
    bucket.logging = .known(BucketLogging(targetBucket: nil))
    change(&bucket)
    return bucket
  }

  /// Listed, but nothing of it can be read.
  static func hidden(_ name: String, by gap: Gap = denied) -> Self {
    var bucket = Self(name: name, region: tokyo)
    bucket.publicAccessBlock = .unreadable(gap)
    bucket.policyIsPublic = .unreadable(gap)
    bucket.policy = .unreadable(gap)
    bucket.acl = .unreadable(gap)
    bucket.objectOwnership = .unreadable(gap)
    bucket.encryption = .unreadable(gap)
    bucket.logging = .unreadable(gap)
    return bucket
  }
}

extension BucketACL {
  static let everyoneReads = Self(grants: [
    .init(granteeURI: "http://acs.amazonaws.com/groups/global/AllUsers", permission: "READ")
  ])
  static let anyAccountWrites = Self(grants: [
    .init(
      granteeURI: "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
      permission: "WRITE"
    )
  ])
  static let logDelivery = Self(grants: [
    .init(granteeURI: "http://acs.amazonaws.com/groups/s3/LogDelivery", permission: "WRITE")
  ])
}
