import FoundationEssentials

/// What was known of a finding before a scan sees it, without the finding itself.
package struct Sighting: Sendable {
  package var firstSeen: Date?
  package var scans = 0
  package var runs: [ClosedRange<Int>] = []
  /// Whether it called for somebody when it was last looked for.
  package var isOpen = false

  package init() {}

  package init(of record: FindingRecord) {
    self.init(record, isOpen: record.finding.canBeExcepted)
  }

  package init(of past: PastFinding) {
    self.init(past.record, isOpen: past.state == .unseen && past.record.finding.canBeExcepted)
  }

  private init(_ record: FindingRecord, isOpen: Bool) {
    (firstSeen, scans, runs) = (record.firstSeen, record.scans, record.runs)
    self.isOpen = isOpen
  }

  /// The finding as scan number `scan` sees it.
  package func record(_ id: String, _ finding: Finding, at: Date, _ scan: Int) -> FindingRecord {
    var runs = runs
    if finding.canBeExcepted {
      let start = isOpen ? runs.popLast()?.lowerBound ?? scan : scan
      runs.append(start...scan)
    }
    var seen = FindingRecord(
      id: id,
      finding: finding,
      firstSeen: firstSeen ?? at,
      lastSeen: at,
      scans: scans + 1
    )
    seen.runs = runs.suffix(RowMemory.runsKept)
    return seen
  }
}
