import AWSOperations
import Domain

/// The regions a scan covers: those the operator named, else those the account has enabled.
struct RegionList: Sendable {
  let chosen: [Region]
  private let memo = Memo<String, Fact<[Region]>>()

  init(chosen: [Region]) {
    self.chosen = chosen
  }

  func regions(by reader: Reader) async -> Fact<[Region]> {
    guard chosen.isEmpty else { return .known(chosen) }
    return await enabled(by: reader)
  }

  /// Sorted by name, of the caller's partition only.
  func enabled(by reader: Reader) async -> Fact<[Region]> {
    await memo.value(for: "enabled") { await Self.enabled(by: reader) }
  }

  func cancel() {
    memo.cancelAll()
  }

  /// Asks the home region, then others, because a guardrail may deny any one of them.
  private static func enabled(by reader: Reader) async -> Fact<[Region]> {
    let first = await reader.read(DescribeRegions(), in: reader.homeRegion)
    var answer = first
    let partition = reader.identity.partition
    for region in fallbacks(in: partition) where region != reader.homeRegion {
      guard let cause = answer.gap?.cause, cause != .cancelled else { break }
      answer = await reader.read(DescribeRegions(), in: region)
    }
    if case .unreadable = answer { answer = first }
    return answer.map { regions in
      regions
        .filter { ["opt-in-not-required", "opted-in"].contains($0.optInStatus) }
        .map(\.region)
        .filter { Partition(of: $0) == partition }
        .sorted()
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
