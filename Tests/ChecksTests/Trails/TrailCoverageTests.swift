import AWSOperations
import Domain
import Testing

@testable import Checks

struct TrailCoverageTests {
  @Test func onlyTrailsThatReachTheRegionAreCandidates() {
    let coverage = coverage([
      trail("here"), trail("abroad", home: virginia),
      trail("everywhere", home: virginia, isMultiRegion: true),
    ])
    #expect(coverage.candidates.map(\.trail.name) == ["here", "everywhere"])
  }

  @Test func showsTheTrailThatRecordsMost() {
    let stopped = TrailState(
      status: .known(TrailStatus(isLogging: false)),
      selectors: .known(EventSelectors())
    )
    let running = TrailState(
      status: .known(TrailStatus(isLogging: true)),
      selectors: .known(EventSelectors())
    )
    let trails = ["stopped", "running", "hidden"].map { trail($0) }
    let coverage = TrailCoverage(
      of: tokyo,
      trails: trails,
      states: [trails[0].arn: stopped, trails[1].arn: running]
    )
    #expect(coverage.nearest?.trail.name == "running")
    #expect(coverage.isComplete)
    #expect(coverage.values(at: scanTime)["otherTrails"] == "arn:stopped, arn:hidden")
  }

  @Test func aTrailWithoutStateIsAGap() {
    #expect(coverage([trail("t")]).gap?.cause == .notCollected)
  }

  private func coverage(_ trails: [Trail]) -> TrailCoverage {
    TrailCoverage(of: tokyo, trails: trails, states: [:])
  }

  private func trail(
    _ name: String,
    home: Region = tokyo,
    isMultiRegion: Bool = false
  ) -> Trail {
    var trail = Trail(arn: "arn:\(name)", name: name, homeRegion: home, bucket: "logs")
    trail.isMultiRegion = isMultiRegion
    return trail
  }
}
