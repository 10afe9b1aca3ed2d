import FoundationEssentials

/// A finding as it is kept between scans.
package struct FindingRecord: Hashable, Sendable, Identifiable {
  package let id: String
  package var finding: Finding
  package var firstSeen: Date
  package var lastSeen: Date
  /// In how many scans it was seen.
  package var scans: Int
  /// The row's scans, by number, between which it called for somebody, oldest first.
  ///
  /// The last run of a finding that is still there goes on.
  package var runs: [ClosedRange<Int>] = []

  package init(id: String, finding: Finding, firstSeen: Date, lastSeen: Date, scans: Int) {
    self.id = id
    self.finding = finding
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.scans = scans
  }
}
