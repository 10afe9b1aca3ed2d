import AWSClient
import AWSOperations
import Domain

/// The regions a scan covers: those the operator named, else those the account has enabled.
struct RegionList: Sendable {
  let chosen: [Region]
  private let client: AWSClient
  let homeRegion: Region
  private let memo = Memo<String, Fact<[Region]>>()

  init(chosen: [Region], client: AWSClient, homeRegion: Region) {
    self.chosen = chosen
    self.client = client
    self.homeRegion = homeRegion
  }

  func regions() async -> Fact<[Region]> {
    guard chosen.isEmpty else { return .known(chosen) }
    return await enabled()
  }

  /// Sorted by name, of the home region's partition only: emulators list foreign ones too.
  func enabled() async -> Fact<[Region]> {
    let partition = Partition(of: homeRegion)
    return await memo.value(for: "enabled") {
      await answer(in: partition).map { regions in
        regions
          .filter { ["opt-in-not-required", "opted-in"].contains($0.optInStatus) }
          .map(\.region)
          .filter { Partition(of: $0) == partition }
          .sorted()
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
