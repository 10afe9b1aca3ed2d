import AWSOperations
import Checks
import Domain

/// What S3 says of single buckets, each thing asked once a scan however many rows want it.
struct BucketReader: Sendable {
  let reader: Reader
  private let regions: Memo<String, Region?>
  private let publicAccessBlocks: Memo<String, Fact<PublicAccessBlock>>
  private let policyStatuses: Memo<String, Fact<Bool>>
  private let policies: Memo<String, Fact<String?>>
  private let acls: Memo<String, Fact<BucketACL>>
  private let ownerships: Memo<String, Fact<String?>>
  private let encryptions: Memo<String, Fact<BucketEncryption>>
  private let loggings: Memo<String, Fact<BucketLogging>>
  private let objectLocks: Memo<String, Fact<Bool>>

  init(reader: Reader) {
    self.reader = reader
    let buckets = Numbers<String>()
    regions = Memo(buckets)
    publicAccessBlocks = Memo(buckets)
    policyStatuses = Memo(buckets)
    policies = Memo(buckets)
    acls = Memo(buckets)
    ownerships = Memo(buckets)
    encryptions = Memo(buckets)
    loggings = Memo(buckets)
    objectLocks = Memo(buckets)
  }

  /// The bucket's region: as listed, else from the header that even a refused `HeadBucket` has,
  /// else as `GetBucketLocation` says.
  func region(of bucket: ListedBucket) async -> Region? {
    if let region = bucket.region { return region }
    let name = bucket.name
    return await regions.value(for: name) {
      let header = await reader.read(HeadBucket(bucket: name), in: reader.homeRegion)
      if let region = header.value ?? nil { return region }
      guard header.gap?.cause != .gone else { return nil }
      return await reader.read(GetBucketLocation(bucket: name), in: reader.homeRegion).value
    }
  }

  func publicAccessBlock(of bucket: Bucket) async -> Fact<PublicAccessBlock> {
    await ask(publicAccessBlocks, GetBucketPublicAccessBlock(bucket: bucket.name), bucket)
  }

  func policyIsPublic(_ bucket: Bucket) async -> Fact<Bool> {
    await ask(policyStatuses, GetBucketPolicyStatus(bucket: bucket.name), bucket)
  }

  func policy(of bucket: Bucket) async -> Fact<String?> {
    await ask(policies, GetBucketPolicy(bucket: bucket.name), bucket)
  }

  func acl(of bucket: Bucket) async -> Fact<BucketACL> {
    await ask(acls, GetBucketAcl(bucket: bucket.name), bucket)
  }

  func objectOwnership(of bucket: Bucket) async -> Fact<String?> {
    await ask(ownerships, GetBucketOwnershipControls(bucket: bucket.name), bucket)
  }

  func encryption(of bucket: Bucket) async -> Fact<BucketEncryption> {
    await ask(encryptions, GetBucketEncryption(bucket: bucket.name), bucket)
  }

  func objectLock(of bucket: Bucket) async -> Fact<Bool> {
    await ask(objectLocks, GetObjectLockConfiguration(bucket: bucket.name), bucket)
  }

  func logging(of bucket: Bucket) async -> Fact<BucketLogging> {
    await ask(loggings, GetBucketLogging(bucket: bucket.name), bucket)
  }

  func website(of bucket: Bucket) async -> Fact<BucketWebsite?> {
    await reader.read(
      GetBucketWebsite(bucket: bucket.name),
      in: bucket.region ?? reader.homeRegion
    )
  }

  func versioning(of bucket: Bucket) async -> Fact<BucketVersioning> {
    await reader.read(
      GetBucketVersioning(bucket: bucket.name),
      in: bucket.region ?? reader.homeRegion
    )
  }

  func lifecycle(of bucket: Bucket) async -> Fact<[LifecycleRule]> {
    await reader.read(
      GetBucketLifecycleConfiguration(bucket: bucket.name),
      in: bucket.region ?? reader.homeRegion
    )
  }

  /// Reads what decides whether the bucket is public, and nothing that cannot matter any more.
  func readPublicness(into bucket: inout Bucket, account: PublicAccessBlock?) async {
    bucket.publicAccessBlock = await publicAccessBlock(of: bucket)
    let own = bucket.publicAccessBlock.value
    let ignoresACLs = account?.ignoresPublicACLs == true || own?.ignoresPublicACLs == true
    let restricts = account?.restrictsPublicBuckets == true || own?.restrictsPublicBuckets == true
    let subject = bucket
    async let status = restricts ? nil : policyIsPublic(subject)
    async let ownership = ignoresACLs ? nil : objectOwnership(of: subject)
    async let acl = ignoresACLs ? nil : self.acl(of: subject)
    if let ownership = await ownership { bucket.objectOwnership = ownership }
    if let acl = await acl { bucket.acl = acl }
    guard let status = await status else { return }
    bucket.policyIsPublic = status
    // Of a public policy the statement that makes it so is evidence.
    if status != .known(false) { bucket.policy = await policy(of: subject) }
  }

  private func ask<Operation: BucketOperation>(
    _ memo: Memo<String, Fact<Operation.Output>>,
    _ operation: Operation,
    _ bucket: Bucket
  ) async -> Fact<Operation.Output> {
    await memo.value(for: bucket.name) {
      await reader.read(operation, in: bucket.region ?? reader.homeRegion)
    }
  }
}
