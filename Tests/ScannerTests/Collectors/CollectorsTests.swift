import AWSOperations
import Checks
import Domain
import Scanner
import Testing

/// Holds the permissions a need names against the calls its collector makes.
struct CollectorsTests {
  /// Of every scan.
  static let alwaysAsked: Set<Permission> = ["sts:GetCallerIdentity", "ec2:DescribeRegions"]

  /// What the demo account gives no occasion to ask, and when it is asked.
  static let conditional: [Need: [Permission: String]] = [
    .buckets: unlisted,
    .bucketEncryption: unlisted,
    .bucketLogging: unlisted,
    .logTargets: unlisted,
    .bucketPublicness: unlisted,
    .trailBuckets: unlisted.merging(accessPoints) { $1 },
  ]

  private static let unlisted: [Permission: String] = [
    "s3:GetBucketLocation": "neither ListBuckets nor HeadBucket names the bucket's region"
  ]
  private static let accessPoints: [Permission: String] = [
    "s3:GetAccessPoint": "a bucket that trails deliver to has an access point on the internet",
    "s3:GetAccessPointPolicyStatus": "the same",
  ]

  @Test(arguments: Need.allCases)
  func aNeedNamesThePermissionsItsCollectorUses(_ need: Need) async throws {
    let wire = DemoWire()
    _ = try await wire.scanner().scan([.row("ASC 91", needing: [need]) { _ in }]) { _ in }
    let used = Set(try wire.asked.map { try #require($0.permission) }).subtracting([.headBucket])
    let named = Set(need.permissions)
    let missing = used.subtracting(named).subtracting(Self.alwaysAsked)
    #expect(missing.isEmpty, "used and not named")
    let idle = named.subtracting(used).subtracting(Self.alwaysAsked)
    #expect(idle == Set(Self.conditional[need, default: [:]].keys), "named and not used")
  }
}

extension Permission {
  fileprivate static let headBucket = HeadBucket.permission
}
