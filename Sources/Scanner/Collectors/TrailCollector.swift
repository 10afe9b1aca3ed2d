import AWSOperations
import Checks
import Domain

/// CloudTrail: what records each region, and whether it is on.
struct TrailCollector: Sendable {
  let reader: Reader
  private let memo = Memo<String, Regional<[Trail]>>()

  init(reader: Reader) {
    self.reader = reader
  }

  func trails(_ progress: ProgressReport) async -> Contribution {
    let trails = await shared(progress)
    return { $0.trails = trails }
  }

  /// Each trail once, asked by ARN in its home region: elsewhere, or by name, CloudTrail does not
  /// find the trail of an organization.
  func states(_ progress: ProgressReport) async -> Contribution {
    let trails = await distinct(progress)
    let counter = progress.counter(.trails, total: trails.count)
    let states = await trails.concurrentMap(window: Reader.window) { trail in
      async let status = reader.read(GetTrailStatus(trailARN: trail.arn), in: trail.homeRegion)
      async let selectors = reader.read(
        GetEventSelectors(trailARN: trail.arn),
        in: trail.homeRegion
      )
      let state = TrailState(status: await status, selectors: await selectors)
      counter.advance()
      return (trail.arn, state)
    }
    let byARN = Dictionary(states) { first, _ in first }
    return { $0.trailStates = byARN }
  }

  /// Every trail that is visible anywhere, once.
  func distinct(_ progress: ProgressReport) async -> [Trail] {
    let all = await shared(progress).entries.compactMap { $0.fact.value }.joined()
    return Dictionary(all.map { ($0.arn, $0) }) { first, _ in first }
      .values.sorted { $0.arn < $1.arn }
  }

  private func shared(_ progress: ProgressReport) async -> Regional<[Trail]> {
    await memo.value(for: "trails") {
      await reader.regional(progress) { region in
        await reader.read(DescribeTrails(), in: region)
      }
    }
  }
}
