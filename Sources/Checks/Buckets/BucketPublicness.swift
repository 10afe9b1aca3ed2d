import AWSOperations
import Domain

/// Whether a bucket is public, from facts each of which may be missing.
///
/// Three ways lead in: the access control list, the policy, and an access point. A way is closed
/// as soon as one known fact closes it, whatever could not be read beside it.
struct BucketPublicness {
  /// One way into the bucket.
  enum Way {
    case closed
    case open(Reason)
    case unknown(Gap)
  }

  let bucket: Bucket
  /// Of the account, with what an organization imposes.
  let account: Fact<PublicAccessBlock>
  /// Those of the bucket's region.
  let accessPoints: Fact<[ObservedAccessPoint]>

  /// True when nothing of the bucket itself can make it public any more.
  static func isNeutralized(by account: Fact<PublicAccessBlock>) -> Bool {
    guard case .known(let block) = account else { return false }
    return block.ignoresPublicACLs && block.restrictsPublicBuckets
  }

  /// `IgnorePublicAcls` and `RestrictPublicBuckets` act on what exists; the two `Block` settings
  /// only refuse future changes and so prove nothing.
  var ignoresACLs: Fact<Bool> {
    account.map(\.ignoresPublicACLs).or(bucket.publicAccessBlock.map(\.ignoresPublicACLs))
  }

  var restrictsPolicy: Fact<Bool> {
    account.map(\.restrictsPublicBuckets)
      .or(bucket.publicAccessBlock.map(\.restrictsPublicBuckets))
  }

  var ways: [Way] { [acl, policy, accessPoint] }

  /// On AWS the list is the effective one; emulators return it as stored, so what neutralizes it
  /// counts first.
  var acl: Way {
    if case .known(true) = ignoresACLs.or(disablesACLs) { return .closed }
    return switch bucket.acl {
    case .known(let acl): acl.publicGrants.isEmpty ? .closed : .open(.publicACL)
    case .unreadable(let gap): .unknown(gap)
    }
  }

  var policy: Way {
    if case .known(true) = restrictsPolicy { return .closed }
    return switch (bucket.hasPublicPolicy, restrictsPolicy) {
    case (.known(false), _): .closed
    case (.known(true), .known): .open(.publicPolicy)
    case (.known(true), .unreadable): .open(.publicPolicyPabUnknown)
    case (.unreadable(let gap), _): .unknown(gap)
    }
  }

  /// An access point can only pass on what the bucket's own policy allows, so a bucket without a
  /// policy stays closed.
  var accessPoint: Way {
    if case .known(false) = hasOpenAccessPoint { return .closed }
    return switch (hasOpenAccessPoint, bucket.hasPolicy) {
    case (_, .known(false)): .closed
    case (.known, .known): .open(.publicAccessPoint)
    case (.unreadable(let gap), _), (_, .unreadable(let gap)): .unknown(gap)
    }
  }

  private var hasOpenAccessPoint: Fact<Bool> {
    if case .known(true) = restrictsPolicy { return .known(false) }
    return switch accessPoints {
    case .known(let all): all.map(isOpen).reduce(.known(false)) { $0.or($1) }
    case .unreadable(let gap): .unreadable(gap)
    }
  }

  private func isOpen(_ observed: ObservedAccessPoint) -> Fact<Bool> {
    guard observed.accessPoint.bucket == bucket.name, observed.accessPoint.isOnInternet else {
      return .known(false)
    }
    let restricts = restrictsPolicy.or(observed.publicAccessBlock.map(\.restrictsPublicBuckets))
    return observed.policyIsPublic.and(restricts.map { !$0 })
  }

  private var disablesACLs: Fact<Bool> {
    bucket.objectOwnership.map { $0 == "BucketOwnerEnforced" }
  }

  var warnings: [Reason] {
    var warnings: [Reason] = []
    if case (.known(false), .known(false)) = (ignoresACLs, disablesACLs) {
      warnings.append(.objectsMayBePublic)
    }
    if case .known(true) = hasOpenAccessPoint { warnings.append(.accessPointWithoutPolicy) }
    return warnings
  }

  var openAccessPoints: [String] {
    guard case .known(let all) = accessPoints else { return [] }
    return all.filter { isOpen($0) == .known(true) }.map(\.accessPoint.name)
  }
}

extension Bucket {
  /// S3's own word, else ours by its rules.
  ///
  /// Where neither is to be had, what S3 withheld is the gap.
  var hasPublicPolicy: Fact<Bool> {
    guard case .unreadable(let gap) = policyIsPublic else { return policyIsPublic }
    guard case .known(let text) = policy else { return .unreadable(gap) }
    guard let text else { return .known(false) }
    do {
      return .known(try PolicyDocument(text).isPublic)
    } catch {
      return .unreadable(Gap(.undecodable, "s3:GetBucketPolicy", message: error.detail))
    }
  }

  fileprivate var hasPolicy: Fact<Bool> {
    policyIsPublic == .known(true) ? .known(true) : policy.map { $0 != nil }
  }
}

extension BucketACL {
  /// Everybody, and everybody with any AWS account, which is as good as everybody.
  var publicGrants: [Grant] {
    grants.filter { grant in
      ["AllUsers", "AuthenticatedUsers"].contains { grant.isTo(group: "global/\($0)") }
    }
  }
}

extension BucketACL.Grant {
  /// Groups are told apart by the path of their URI; its host is written in more than one way.
  func isTo(group: String) -> Bool {
    granteeURI?.hasSuffix("/groups/\(group)") ?? false
  }
}

extension AccessPoint {
  /// One that is bound to a VPC is never public.
  fileprivate var isOnInternet: Bool { networkOrigin != "VPC" }
}
