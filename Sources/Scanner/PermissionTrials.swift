import AWSClient
import AWSOperations
import Domain
import FoundationEssentials

/// What one permission of the scan policy came to when it was tried.
package struct PermissionTrial: Sendable {
  package enum Outcome: Sendable {
    case allowed
    case denied(Gap)
    /// AWS answered neither yes nor no.
    case unclear(Gap)
    /// `isListed` is false where the list that might name one could not be read.
    case notTried(Missing, isListed: Bool)
  }

  /// What a call is about, and there is none of.
  package enum Missing: String, Sendable {
    case trail
    case bucket
    case accessPoint
    case export
  }

  package let permission: Permission
  package let outcome: Outcome
}

extension Scanner {
  /// Tries each permission that a scan needs by a call that reads little and changes nothing.
  ///
  /// Nothing is simulated: what AWS answers is what a scan will get, whoever's policy decides. With
  /// `evidence`, also what the evidence beside manual rows needs.
  package func permissionTrials(
    as identity: CallerIdentity,
    evidence: Bool = false
  ) async -> [PermissionTrial] {
    let client = client.forScan(until: clock.now() + Self.trialLimit)
    let trials = PermissionTrials(client: client, home: homeRegion, identity: identity)
    async let plain = trials.all()
    async let extra = evidence ? trials.evidence() : []
    return await (plain + extra).sorted { $0.permission.name < $1.permission.name }
  }

  /// The regions a scan covers, and what each says to a call that is harmless.
  package func regionTrials(
    _ chosen: [Region]
  ) async -> Fact<[(region: Region, gap: Gap?)]> {
    let client = client.forScan(until: clock.now() + Self.trialLimit)
    let list = RegionList(chosen: chosen, client: client, homeRegion: homeRegion)
    switch await list.regions() {
    case .unreadable(let gap): return .unreadable(gap)
    case .known(let regions):
      return .known(
        await regions.concurrentMap(window: Reader.window) { region in
          do throws(Gap) {
            _ = try await client.send(DescribeRegions(), in: region)
            return (region, nil)
          } catch {
            return (region, region == homeRegion ? error : error.withCredentialsGoodElsewhere)
          }
        }
      )
    }
  }

  package var home: Region { homeRegion }

  /// How far AWS's clock is ahead of this machine's; `nil` before the first answer.
  package var clockSkew: Duration? { client.clockSkew }

  /// In seconds, for all calls of one kind of trial together.
  private static let trialLimit = 60.0
}

/// One harmless call for each permission of the scan policy.
struct PermissionTrials: Sendable {
  let client: AWSClient
  let home: Region
  let identity: CallerIdentity

  func all() async -> [PermissionTrial] {
    async let plain = plain.concurrentMap(window: Reader.window) { await attempt($0, in: home) }
    async let trails = ofTrails()
    async let buckets = ofBuckets()
    async let points = ofAccessPoints()
    return await plain + trails + buckets + points
  }

  /// Calls that are about nothing in particular.
  ///
  /// The policy version and the log group are looked for by name: whether or not they exist, the
  /// answer tells the permission.
  private var plain: [any AWSOperation] {
    let readOnly = "arn:\(identity.partition.rawValue):iam::aws:policy/ReadOnlyAccess"
    return [
      GetAccountSummary(), GetAccountAuthorizationDetails(),
      GetPolicyVersion(policyARN: readOnly, versionID: "v1"),
      DescribeRegions(), DescribeInstances(), DescribeVolumes(), GetEbsEncryptionByDefault(),
      DescribeVpcs(), DescribeFlowLogs(), DescribeSubnets(),
      DescribeLogGroups(identifiers: ["ascheck-doctor"]),
      GetAccountPublicAccessBlock(account: identity.account),
    ]
  }

  private func ofTrails() async -> [PermissionTrial] {
    let (list, trails) = await asked(DescribeTrails(), in: home)
    guard let trail = trails?.first else {
      return [list] + untried([GetTrailStatus.self, GetEventSelectors.self], .trail, list)
    }
    return [
      list, await attempt(GetTrailStatus(trailARN: trail.arn), in: trail.homeRegion),
      await attempt(GetEventSelectors(trailARN: trail.arn), in: trail.homeRegion),
    ]
  }

  private func ofBuckets() async -> [PermissionTrial] {
    let (list, page) = await asked(ListBuckets(), in: home)
    guard let bucket = page.flatMap({ ListBuckets.items(of: $0).first }) else {
      return [list] + untried(Self.bucketOperations("").map { type(of: $0) }, .bucket, list)
    }
    let trials = await Self.bucketOperations(bucket.name).concurrentMap(window: Reader.window) {
      await attempt($0, in: bucket.region ?? home)
    }
    return [list] + trials
  }

  private static func bucketOperations(_ bucket: String) -> [any AWSOperation] {
    [
      GetBucketLocation(bucket: bucket), GetBucketPublicAccessBlock(bucket: bucket),
      GetBucketPolicyStatus(bucket: bucket), GetBucketPolicy(bucket: bucket),
      GetBucketAcl(bucket: bucket), GetBucketOwnershipControls(bucket: bucket),
      GetBucketEncryption(bucket: bucket), GetBucketLogging(bucket: bucket),
      GetObjectLockConfiguration(bucket: bucket),
    ]
  }

  private func ofAccessPoints() async -> [PermissionTrial] {
    let account = identity.account
    let (list, page) = await asked(ListAccessPoints(account: account), in: home)
    guard let point = page.flatMap({ ListAccessPoints.items(of: $0).first }) else {
      return [list]
        + untried([GetAccessPoint.self, GetAccessPointPolicyStatus.self], .accessPoint, list)
    }
    return [
      list, await attempt(GetAccessPoint(account: account, name: point.name), in: home),
      await attempt(GetAccessPointPolicyStatus(account: account, name: point.name), in: home),
    ]
  }

  func untried(
    _ operations: [any AWSOperation.Type],
    _ missing: PermissionTrial.Missing,
    _ list: PermissionTrial
  ) -> [PermissionTrial] {
    let isListed = if case .allowed = list.outcome { true } else { false }
    return operations.map {
      PermissionTrial(
        permission: $0.permission,
        outcome: .notTried(missing, isListed: isListed)
      )
    }
  }

  func attempt<Operation: AWSOperation>(
    _ operation: Operation,
    in region: Region
  ) async -> PermissionTrial {
    await asked(operation, in: region).trial
  }

  /// What AWS no longer finds, it was ready to show.
  func asked<Operation: AWSOperation>(
    _ operation: Operation,
    in region: Region
  ) async -> (trial: PermissionTrial, output: Operation.Output?) {
    let outcome: PermissionTrial.Outcome
    var output: Operation.Output?
    do throws(Gap) {
      output = try await client.send(operation, in: region)
      outcome = .allowed
    } catch {
      outcome =
        switch error.cause {
        case .gone: .allowed
        case _ where error.code?.hasSuffix("NotFound") == true: .allowed
        case .accessDenied: .denied(error)
        default: .unclear(error)
        }
    }
    return (PermissionTrial(permission: Operation.permission, outcome: outcome), output)
  }
}
