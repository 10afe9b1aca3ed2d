import AWSOperations
import Domain

/// Which buckets receive the server access logs of which.
struct AccessLogTargets {
  private let buckets: [String: Bucket]
  /// Bucket to target, where logging is known to be on.
  private let targets: [String: String]
  /// Buckets whose logging could not be read.
  let unreadable: [String]
  let partition: Partition

  init(of buckets: [Bucket], in partition: Partition) {
    self.buckets = Dictionary(buckets.map { ($0.name, $0) }) { first, _ in first }
    let pairs = buckets.compactMap { bucket in
      bucket.logging.known(\.targetBucket).flatMap(\.self).map { (bucket.name, $0) }
    }
    targets = Dictionary(pairs) { first, _ in first }
    unreadable = buckets.filter { $0.logging.gap != nil }.map(\.name).sorted()
    self.partition = partition
    sources = Dictionary(grouping: pairs.filter { $0.0 != $0.1 }, by: \.1)
      .mapValues { $0.map(\.0).sorted() }
  }

  /// By target, the other buckets that log into it.
  private let sources: [String: [String]]

  func sources(of target: String) -> [String] {
    sources[target] ?? []
  }

  /// True when the bucket is set up to receive logs, though none of ours sends any.
  func isPrepared(_ bucket: Bucket) -> Fact<Bool> {
    bucket.delivery { $0.letsAccessLogs(intoBucket: arn(of: bucket.name)) }
  }

  /// What is wrong with where a bucket's logs go.
  func warnings(from bucket: Bucket, to logging: BucketLogging) -> [Reason] {
    guard let name = logging.targetBucket else { return [] }
    guard let target = buckets[name], !bucket.isElsewhere(than: target) else {
      return [.targetMissing]
    }
    var warnings: [Reason] = name == bucket.name ? [.selfLogging] : []
    let admits = target.delivery {
      $0.letsAccessLogs(into: arn(of: name), prefix: logging.targetPrefix ?? "")
    }
    if admits == .known(false) { warnings.append(.noDeliveryPermission) }
    if target.refusesLogs { warnings.append(.targetUnsupported) }
    if cycle(from: bucket.name) != nil { warnings.append(.loggingCycle) }
    return warnings
  }

  /// The way back to a bucket through the logs of others, itself at both ends.
  func cycle(from start: String) -> [String]? {
    var path = [start]
    while let next = targets[path[path.count - 1]] {
      if next == start { return path.count > 1 ? path + [start] : nil }
      if path.contains(next) { return nil }
      path.append(next)
    }
    return nil
  }

  private func arn(of bucket: String) -> String {
    "arn:\(partition.rawValue):s3:::\(bucket)"
  }
}

extension Bucket {
  /// Either a policy or, where access control lists are in force, the delivery group's grant lets
  /// logs in.
  fileprivate func delivery(by rule: (PolicyDocument) -> Bool) -> Fact<Bool> {
    let hasACLs = objectOwnership.map { $0 != "BucketOwnerEnforced" }
    return policyAllows(rule).or(acl.map(\.admitsLogDelivery).and(hasACLs))
  }

  private func policyAllows(_ rule: (PolicyDocument) -> Bool) -> Fact<Bool> {
    do throws(Gap) {
      guard let text = try policy.get() else { return .known(false) }
      do {
        return .known(rule(try PolicyDocument(text)))
      } catch {
        throw Gap(.undecodable, "s3:GetBucketPolicy", message: error.detail)
      }
    } catch {
      return .unreadable(error)
    }
  }

  /// S3 delivers no access logs into buckets with another default encryption than SSE-S3, or with
  /// Object Lock.
  fileprivate var refusesLogs: Bool {
    encryption.known(\.usesKMS) == true || objectLock == .known(true)
  }

  /// A region that nobody could tell is not held against the bucket.
  fileprivate func isElsewhere(than other: Bucket) -> Bool {
    guard let region, let theirs = other.region else { return false }
    return region != theirs
  }
}

extension BucketEncryption {
  var usesKMS: Bool { rules.contains { $0.algorithm?.hasPrefix("aws:kms") ?? false } }
}

extension BucketACL {
  fileprivate var admitsLogDelivery: Bool {
    grants.contains {
      $0.isTo(group: "s3/LogDelivery") && ["WRITE", "FULL_CONTROL"].contains($0.permission)
    }
  }
}
