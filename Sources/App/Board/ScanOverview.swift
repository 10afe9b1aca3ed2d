import Domain
import FoundationEssentials

/// The scans under way as one, or the last of this session.
package struct ScanOverview: Equatable, Sendable {
  /// Asked for, in no order.
  package let rows: Set<CheckID>
  package let startedAt: Date
  /// When nothing ran any more.
  package private(set) var endedAt: Date?
  package let calls: Int
  /// How often AWS has asked to slow down.
  package let throttled: Int

  /// `nil` when nothing runs.
  init?(_ jobs: [Job]) {
    guard let startedAt = jobs.map(\.startedAt).min() else { return nil }
    self.startedAt = startedAt
    rows = Set(jobs.flatMap(\.phases.keys))
    calls = jobs.map(\.calls).reduce(0, +)
    throttled = jobs.map(\.throttled).reduce(0, +)
  }

  func ended(at date: Date) -> Self {
    var overview = self
    overview.endedAt = endedAt ?? date
    return overview
  }
}
