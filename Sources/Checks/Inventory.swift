import AWSOperations
import Domain
import FoundationEssentials

/// Everything a scan read, and everything it could not.
///
/// Collectors fill it, checks read it, and nothing else does either. A fact that no collector was
/// asked for stays `notCollected`.
package struct Inventory: Sendable {
  package var identity: CallerIdentity
  /// True when the credentials carry a session token.
  package var hasTemporaryCredentials: Bool
  /// First four characters of the access key, which tell its kind: `AKIA`, `ASIA`.
  package var accessKeyPrefix = ""
  package var now: Date

  package var accountSummary: Fact<AccountSummary> = .notCollected
  /// Only read when the summary could not answer.
  package var credentialReport: Fact<CredentialReport> = .notCollected
  package var authorization: Fact<Authorization> = .notCollected

  /// Every trail that reaches a region, shadow trails included.
  package var trails: Regional<[Trail]> = .notCollected
  /// By trail ARN.
  package var trailStates: [String: TrailState] = [:]

  package var instances: Regional<[Instance]> = .notCollected
  package var volumes: Regional<[Volume]> = .notCollected
  package var encryptionByDefault: Regional<Bool> = .notCollected
  package var vpcs: Regional<[VPC]> = .notCollected
  package var flowLogs: Regional<[FlowLog]> = .notCollected
  /// Only read in regions with a VPC of ours that lacks a usable log of its own.
  package var subnets: Regional<[Subnet]> = .notCollected
  /// Those that flow logs deliver to.
  ///
  /// A group that was asked for and is missing does not exist.
  package var logGroups: Regional<[LogGroup]> = .notCollected

  /// `PublicAccessBlock.none` when nothing is configured.
  package var accountPublicAccessBlock: Fact<PublicAccessBlock> = .notCollected
  package var buckets: Fact<[Bucket]> = .notCollected
  /// Buckets that trails deliver to and that are not in our list, by name.
  package var foreignBuckets: [String: ForeignBucket] = [:]
  /// Only regions that have buckets.
  package var accessPoints: Regional<[ObservedAccessPoint]> = .notCollected

  /// Read only for the people who judge manual rows.
  package var evidence = EvidenceFacts()

  package init(identity: CallerIdentity, hasTemporaryCredentials: Bool, now: Date) {
    self.identity = identity
    self.hasTemporaryCredentials = hasTemporaryCredentials
    self.now = now
  }

  package var account: AccountID { identity.account }
  package var partition: Partition { identity.partition }
}

/// Who may do what in IAM.
package struct Authorization: Sendable {
  package var principals: [Principal]
  /// By ARN; an attached policy whose document could not be read holds the gap.
  package var policies: [String: Fact<ManagedPolicy>]
  /// Grants that there may be beside those of the principals.
  package var unread: [UnreadGrants] = []
  /// Why the members of groups and the instance profiles of roles are not known, which only
  /// `GetAccountAuthorizationDetails` tells.
  package var detailsGap: Gap?

  package init(principals: [Principal], policies: [String: Fact<ManagedPolicy>]) {
    self.principals = principals
    self.policies = policies
  }
}

/// Grants that nobody could look at, because the call that tells them was refused.
package struct UnreadGrants: Sendable {
  package enum Extent: Sendable {
    case inlinePolicy(String, of: Principal)
    case inlinePolicies(of: Principal)
    /// Of every principal of a kind, because the principals could not be listed.
    case inlinePoliciesOfAll(Principal.Kind)
    /// To whom the policy is attached.
    case attachments(of: AttachedPolicy)
    /// Every managed policy that is attached to anybody.
    case managedPolicies
  }

  package let extent: Extent
  package let gap: Gap

  package init(_ extent: Extent, _ gap: Gap) {
    self.extent = extent
    self.gap = gap
  }
}

package struct TrailState: Sendable {
  package var status: Fact<TrailStatus>
  package var selectors: Fact<EventSelectors>

  package init(status: Fact<TrailStatus>, selectors: Fact<EventSelectors>) {
    self.status = status
    self.selectors = selectors
  }
}

/// A bucket of ours with what was read of it.
package struct Bucket: Sendable {
  package var name: String
  /// `nil` when no way of asking told it.
  package var region: Region?
  package var createdAt: Date?
  /// The bucket's own level; `PublicAccessBlock.none` when nothing is configured.
  package var publicAccessBlock: Fact<PublicAccessBlock> = .notCollected
  /// False when there is no policy.
  package var policyIsPublic: Fact<Bool> = .notCollected
  /// The JSON text; `nil` when there is none.
  ///
  /// Read only where it tells something: the status above is public or was not to be had, an
  /// access point on the internet leads here, or the bucket might receive access logs.
  package var policy: Fact<String?> = .notCollected
  package var acl: Fact<BucketACL> = .notCollected
  /// `BucketOwnerEnforced`, `BucketOwnerPreferred`, `ObjectWriter`; `nil` when not configured.
  package var objectOwnership: Fact<String?> = .notCollected
  /// No rules when nothing is configured.
  package var encryption: Fact<BucketEncryption> = .notCollected
  package var logging: Fact<BucketLogging> = .notCollected
  /// Whether Object Lock is on; read only for targets of access logs.
  package var objectLock: Fact<Bool> = .notCollected

  package init(name: String, region: Region? = nil, createdAt: Date? = nil) {
    self.name = name
    self.region = region
    self.createdAt = createdAt
  }
}

/// A bucket of somebody else that our trails deliver to.
package enum ForeignBucket: Sendable {
  /// S3 answers that no such bucket exists.
  case missing
  case observed(Bucket)
}

package struct ObservedAccessPoint: Sendable {
  package var accessPoint: AccessPoint
  package var publicAccessBlock: Fact<PublicAccessBlock>
  package var policyIsPublic: Fact<Bool>

  package init(
    _ accessPoint: AccessPoint,
    publicAccessBlock: Fact<PublicAccessBlock>,
    policyIsPublic: Fact<Bool>
  ) {
    self.accessPoint = accessPoint
    self.publicAccessBlock = publicAccessBlock
    self.policyIsPublic = policyIsPublic
  }
}

extension Gap {
  /// One for all facts that nobody asked for.
  fileprivate static let notCollected = Self(.notCollected, "none:none")
}

extension Fact {
  package static var notCollected: Self { .unreadable(.notCollected) }
}

extension Regional {
  package static var notCollected: Self { Self(unreadable: .notCollected) }
}
