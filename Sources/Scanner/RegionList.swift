import AWSClient
import AWSOperations
import Domain

/// The regions a scan covers: those the operator named, else those the account has enabled and
/// nobody has put out of scope.
struct RegionList: Sendable {
  let chosen: [Region]
  /// What people have put out of scope; the operator who names such a region has it all the same.
  private(set) var decided: [LeftOutRegion] = []
  private let client: AWSClient
  let homeRegion: Region
  private let memo = Memo<String, Fact<[AvailableRegion]>>()

  init(chosen: [Region], client: AWSClient, homeRegion: Region) {
    self.chosen = chosen
    self.client = client
    self.homeRegion = homeRegion
  }

  func regions() async -> Fact<[Region]> {
    guard chosen.isEmpty else { return .known(chosen) }
    return await enabled().map(inScope)
  }

  func leavingOut(_ decided: [LeftOutRegion]) -> Self {
    var list = self
    list.decided = decided
    return list
  }

  /// Of those that are enabled.
  func inScope(_ enabled: [Region]) -> [Region] {
    guard chosen.isEmpty else { return chosen }
    let left = Set(decided.map(\.region))
    return left.isEmpty ? enabled : enabled.filter { !left.contains($0) }
  }

  /// Sorted by name, of the home region's partition only: emulators list foreign ones too.
  func enabled() async -> Fact<[Region]> {
    await all().map { regions in regions.filter(\.isEnabled).map(\.region) }
  }

  /// What a scan of these regions says nothing about; nothing where the list is not known.
  func leftOut() async -> [LeftOutRegion] {
    guard case .known(let regions) = await all() else { return [] }
    return regions.compactMap { region in
      guard region.isEnabled else { return LeftOutRegion(region.region, .notEnabled) }
      guard chosen.isEmpty else {
        return chosen.contains(region.region) ? nil : LeftOutRegion(region.region, .notChosen)
      }
      return decided.first { $0.region == region.region }
    }
  }

  private func all() async -> Fact<[AvailableRegion]> {
    let partition = Partition(of: homeRegion)
    return await memo.value(for: "all") {
      await answer(in: partition).map { regions in
        regions.filter { Partition(of: $0.region) == partition }
          .sorted { $0.region < $1.region }
      }
    }
  }

  /// Asks the home region, then others, because a guardrail may deny any one of them.
  private func answer(in partition: Partition) async -> Fact<[AvailableRegion]> {
    let first = await ask(homeRegion)
    var answer = first
    for region in Self.fallbacks(in: partition) where region != homeRegion {
      guard let cause = answer.gap?.cause, cause != .cancelled, cause != .credentials else { break }
      answer = await ask(region)
    }
    return answer.gap == nil ? answer : first
  }

  private func ask(_ region: Region) async -> Fact<[AvailableRegion]> {
    do throws(Gap) {
      return .known(try await client.send(DescribeRegions(), in: region))
    } catch {
      return .unreadable(error)
    }
  }

  private static func fallbacks(in partition: Partition) -> [Region] {
    switch partition {
    case .aws: ["us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1"]
    case .china: ["cn-north-1", "cn-northwest-1"]
    case .usGov: ["us-gov-west-1", "us-gov-east-1"]
    case .europeanSovereign, .iso, .isoB, .isoE, .isoF: []
    }
  }
}

extension AvailableRegion {
  fileprivate var isEnabled: Bool { ["opt-in-not-required", "opted-in"].contains(optInStatus) }
}

extension ScanResult {
  /// Says which regions the scan could tell nothing about, and why.
  func leavingOut(_ list: RegionList) async -> Self {
    var result = self
    let denied = deniedRegions.map { LeftOutRegion($0, .denied) }
    result.summary.leftOut = await list.leftOut() + denied
    return result
  }
}
