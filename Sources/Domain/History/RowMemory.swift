import FoundationEssentials

/// What is remembered of a row's findings from scan to scan.
///
/// Nothing is kept of each scan; each finding carries the runs of scans in which it called for
/// somebody. What appeared, vanished or changed between any two scans follows from them. Bounded:
/// a finding keeps its last 16 runs; what is gone is forgotten once 1,000 scans have missed it, and
/// of what is gone the latest 10,000 stay in each row.
package struct RowMemory: Hashable, Sendable {
  package static let scansKept = 1_000
  package static let runsKept = 16
  package static let goneKept = 10_000

  /// As the last scan of the row found them, in its order.
  package var present: [FindingRecord]
  package var past: [PastFinding]

  package init(present: [FindingRecord] = [], past: [PastFinding] = []) {
    self.present = present
    self.past = past
  }

  /// What to remember after a scan of the row.
  package func after(
    _ row: ScanResult.Row,
    _ scan: ScanSummary,
    of account: AccountID
  ) -> Self {
    let known = Dictionary(
      present.map { ($0.id, Sighting(of: $0)) } + past.map { ($0.id, Sighting(of: $0)) }
    ) { first, _ in first }
    let present = row.findings.map { finding in
      let id = finding.id(row: row.id, account: account)
      return known[id, default: Sighting()].record(id, finding, at: row.checkedAt, scan.number)
    }
    let seen = Set(present.map(\.id))
    return Self(
      present: present,
      past: Self.past(
        missing: self.present.filter { !seen.contains($0.id) },
        past.filter { !seen.contains($0.id) },
        after: row,
        scan
      )
    )
  }

  /// What to remember of what a scan of the row did not see: what was there until now, and what was
  /// past already.
  package static func past(
    missing: [FindingRecord],
    _ past: [PastFinding],
    after row: ScanResult.Row,
    _ scan: ScanSummary
  ) -> [PastFinding] {
    let sight = Sight(of: row.findings, regions: scan.regions)
    let missed = (missing.map { Missed($0) } + past.map { Missed($0) })
      .compactMap { $0.remembered(sight, since: scan.number, row.checkedAt) }
    return bounded(missed, at: scan.number)
  }

  /// What to remember after a scan of a part of the row: the rest stays as it is.
  package func after(
    _ row: ScanResult.Row,
    _ scan: ScanSummary,
    of account: AccountID,
    within extent: Extent
  ) -> Self {
    if extent == .rows { return after(row, scan, of: account) }
    let covered: (FindingRecord) -> Bool = { extent.covers($0.finding.resource) }
    let part = Self(present: present.filter(covered), past: past.filter { covered($0.record) })
      .after(row, scan, of: account)
    let place = present.firstIndex(where: covered) ?? present.endIndex
    var all = Self(present: present, past: past)
    all.present.removeAll(where: covered)
    all.present.insert(contentsOf: part.present, at: min(place, all.present.endIndex))
    all.past.removeAll { covered($0.record) }
    all.past += part.past
    return all
  }

  private static func bounded(_ past: [PastFinding], at scan: Int) -> [PastFinding] {
    let recent = past.filter { $0.since > scan - scansKept }
    let gone = recent.filter { $0.state == .gone }.sorted { $0.since > $1.since }
    guard gone.count > goneKept else { return recent }
    let kept = Set(gone.prefix(goneKept).map(\.id))
    return recent.filter { $0.state == .unseen || kept.contains($0.id) }
  }
}

/// A finding that a scan did not see.
private struct Missed {
  let record: FindingRecord
  /// As it was remembered already; `nil` for what was there until now.
  private var before: PastFinding?

  init(_ record: FindingRecord) {
    self.record = record
  }

  init(_ past: PastFinding) {
    (record, before) = (past.record, past)
  }

  /// What is gone stays gone; what called for nobody is forgotten once it is known to be gone.
  func remembered(_ sight: Sight, since scan: Int, _ at: Date) -> PastFinding? {
    if let before, before.state == .gone { return before }
    if !sight.reaches(record.finding.resource) {
      return before ?? PastFinding(record, .unseen, since: scan, at: at)
    }
    return record.finding.canBeExcepted ? PastFinding(record, .gone, since: scan, at: at) : nil
  }
}

/// What a scan of a row could look at.
private struct Sight {
  private let regions: Set<Region>
  private let unreadable: [Resource]

  init(of findings: [Finding], regions: [Region]) {
    self.regions = Set(regions)
    unreadable = findings.filter { $0.status == .unknown }.map(\.resource)
  }

  /// A unit that stands for a region or the account, and ends in `:*` or `:root`, hides all in it.
  func reaches(_ resource: Resource) -> Bool {
    if let region = resource.region, !regions.contains(region) { return false }
    return !unreadable.contains { unit in
      if unit.arn == resource.arn { return true }
      guard unit.arn.hasSuffix(":*") || unit.arn.hasSuffix(":root") else { return false }
      return unit.region == nil || unit.region == resource.region
    }
  }
}
