import AWSOperations
import Checks
import Domain

/// S3 access points, region by region, each region asked once a scan.
struct AccessPointReader: Sendable {
  let reader: Reader
  private let memo = Memo<Region, Fact<[ObservedAccessPoint]>>()

  init(reader: Reader) {
    self.reader = reader
  }

  func observed(in regions: [Region]) async -> Regional<[ObservedAccessPoint]> {
    await reader.regional(over: regions, ProgressReport { _ in }) { region in
      await memo.value(for: region) { await read(region) }
    }
  }

  private func read(_ region: Region) async -> Fact<[ObservedAccessPoint]> {
    let call = ListAccessPoints(account: reader.identity.account)
    switch await reader.readAll(call, in: region) {
    case .unreadable(let gap): return .unreadable(gap)
    case .known(let points):
      return .known(
        await points.concurrentMap(window: Reader.window) { await observed($0, in: region) }
      )
    }
  }

  /// A point inside a VPC is never public, so nothing more is asked of it.
  private func observed(_ point: AccessPoint, in region: Region) async -> ObservedAccessPoint {
    let account = reader.identity.account
    guard point.networkOrigin == "Internet" else {
      return ObservedAccessPoint(
        point,
        publicAccessBlock: .known(.none),
        policyIsPublic: .known(false)
      )
    }
    async let detail = reader.read(GetAccessPoint(account: account, name: point.name), in: region)
    async let status = reader.read(
      GetAccessPointPolicyStatus(account: account, name: point.name),
      in: region
    )
    return ObservedAccessPoint(
      point,
      publicAccessBlock: await detail.map(\.publicAccessBlock),
      policyIsPublic: await status
    )
  }
}

extension Regional<[ObservedAccessPoint]> {
  /// Whether an access point may open the bucket to everybody, once its policy plays along.
  func mayOpen(_ bucket: Bucket) -> Bool {
    entries.contains { region, fact in
      guard bucket.region == nil || bucket.region == region else { return false }
      guard case .known(let points) = fact else { return true }
      return points.contains { point in
        point.accessPoint.bucket == bucket.name && point.policyIsPublic != .known(false)
      }
    }
  }
}
