import FoundationEssentials

/// A finding as it is kept between scans.
package struct FindingRecord: Hashable, Sendable, Identifiable {
  package let id: String
  package var finding: Finding
  package var firstSeen: Date
  package var lastSeen: Date
  /// In how many scans it was seen.
  package var scans: Int

  package init(id: String, finding: Finding, firstSeen: Date, lastSeen: Date, scans: Int) {
    self.id = id
    self.finding = finding
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.scans = scans
  }
}
