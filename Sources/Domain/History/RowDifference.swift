/// What moved in a row between two scans, of what calls for somebody.
package struct RowDifference: Hashable, Sendable {
  /// The same resource, and another thing to say about it.
  package struct Change: Hashable, Sendable {
    package let before: FindingRecord
    package let after: FindingRecord
  }

  package var new: [FindingRecord] = []
  package var gone: [FindingRecord] = []
  package var changed: [Change] = []

  package var isEmpty: Bool { new.isEmpty && gone.isEmpty && changed.isEmpty }

  /// Compares by the numbers of the row's own scans.
  ///
  /// What could not be looked for counts as still there.
  package init(of memory: RowMemory, from earlier: Int, to later: Int) {
    let gone = memory.past.filter { $0.state == .gone }.map { ($0.record, isLive: false) }
    let unseen = memory.past.filter { $0.state == .unseen }.map { ($0.record, isLive: true) }
    for (record, isLive) in memory.present.map({ ($0, isLive: true) }) + unseen + gone {
      let isLive = isLive && record.finding.canBeExcepted
      switch (record.called(at: earlier, isLive), record.called(at: later, isLive)) {
      case (false, true): new.append(record)
      case (true, false): self.gone.append(record)
      case (true, true), (false, false): break
      }
    }
    pairChanges()
  }

  private mutating func pairChanges() {
    let vanished = Dictionary(gone.map { ($0.finding.resource, $0) }) { first, _ in first }
    changed = new.compactMap { after in
      vanished[after.finding.resource].map { Change(before: $0, after: after) }
    }
    let (before, after) = (Set(changed.map(\.before.id)), Set(changed.map(\.after.id)))
    gone.removeAll { before.contains($0.id) }
    new.removeAll { after.contains($0.id) }
  }
}

extension FindingRecord {
  /// Whether it called for somebody in that scan of its row; the last run of a live one goes on.
  fileprivate func called(at scan: Int, _ isLive: Bool) -> Bool {
    guard let last = runs.last else { return false }
    if isLive, scan >= last.lowerBound { return true }
    return runs.contains { $0.contains(scan) }
  }
}

/// What moved in an account between two scans.
package struct ScanDifference: Hashable, Sendable {
  package let from: ScanSummary
  package let to: ScanSummary
  /// Rows in which something moved.
  package let rows: [CheckID: RowDifference]
  /// Rows that were scanned by the later scan and not yet by the earlier.
  package let uncompared: [CheckID]

  /// Compares two scans of one account; `nil` where the history does not keep both.
  package init?(
    in record: AccountRecord,
    _ memories: [CheckID: RowMemory],
    from earlier: Int,
    to later: Int
  ) {
    let scans = record.scans.map(\.scan)
    guard let from = scans.first(where: { $0.number == earlier }),
      let to = scans.first(where: { $0.number == later })
    else { return nil }
    var rows: [CheckID: RowDifference] = [:]
    var uncompared: [CheckID] = []
    for (row, memory) in memories {
      guard let last = record.scan(of: row, upTo: later) else { continue }
      guard let first = record.scan(of: row, upTo: earlier) else {
        uncompared.append(row)
        continue
      }
      let difference = RowDifference(of: memory, from: first, to: last)
      if !difference.isEmpty { rows[row] = difference }
    }
    self.from = from
    self.to = to
    self.rows = rows
    self.uncompared = uncompared.sorted()
  }
}
