import FoundationEssentials

/// A finding that was there and that the last scan of its row did not see.
package struct PastFinding: Hashable, Sendable, Identifiable {
  package enum State: String, CaseIterable, Sendable {
    /// It was looked for and is not there any more.
    case gone
    /// It could not be looked for: its region was unreadable or not scanned.
    case unseen
  }

  package let record: FindingRecord
  package let state: State
  /// The number of the first scan that missed it.
  package let since: Int
  /// When that scan looked.
  package let at: Date

  package var id: FindingRecord.ID { record.id }

  package init(_ record: FindingRecord, _ state: State, since: Int, at: Date) {
    self.record = record
    self.state = state
    self.since = since
    self.at = at
  }
}
