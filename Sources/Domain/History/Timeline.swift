import FoundationEssentials

extension AccountRecord {
  /// Scans and what people decided, newest first; of one row where one is named.
  package func timeline(of row: CheckID? = nil) -> [HistoryEvent] {
    let entries = log.entries.filter { log.concerns($0, row) }
      .map { HistoryEvent(at: $0.recordedAt, kind: .entry($0)) }
    let scans = history.filter { event in
      guard let row, case .scan(_, let counts) = event.kind else { return true }
      return counts[row] != nil
    }
    // Both are in order already, and of the same second the scan comes first.
    let all = (scans + entries).enumerated()
    return all.sorted { ($0.element.at, $0.offset) > ($1.element.at, $1.offset) }.map(\.element)
  }

  /// The scans the history keeps, oldest first.
  package var scans: [(scan: ScanSummary, rows: [CheckID: RowSummary.Counts])] {
    history.compactMap { event in
      guard case .scan(let scan, let rows) = event.kind else { return nil }
      return (scan, rows)
    }
  }

  /// The number of the row's last scan up to that one; `nil` where it had none yet.
  package func scan(of row: CheckID, upTo number: Int) -> Int? {
    scans.last { $0.scan.number <= number && $0.rows[row] != nil }?.scan.number
  }

  /// How many alerts there were after each scan, oldest first; of one row where one is named.
  ///
  /// A row that a scan left out counts as it did before.
  package func alerts(of row: CheckID? = nil) -> [Int] {
    var latest: [CheckID: Int] = [:]
    return scans.compactMap { _, rows in
      if let row { return rows[row]?.alert }
      latest.merge(rows.mapValues(\.alert)) { _, new in new }
      return latest.values.reduce(0, +)
    }
  }
}

extension Log {
  /// Whether an entry is about the row; every entry is about no row in particular.
  package func concerns(_ entry: LogEntry, _ row: CheckID?) -> Bool {
    guard let row else { return true }
    switch entry {
    case .attestation(let it): return it.row == row
    case .withdrawal(let it):
      return attestations.contains { $0.id == it.attestation && $0.row == row }
    case .exception(let it): return it.scope.rows?.contains(row) ?? true
    case .renewal(let it): return concerns(it.suppression, row)
    case .ending(let it): return concerns(it.suppression, row)
    }
  }

  private func concerns(_ id: Suppression.ID, _ row: CheckID) -> Bool {
    suppression(id).map { $0.scope.rows?.contains(row) ?? true } ?? false
  }
}

/// Numbers as a line of characters that rises with them, in ASCII.
package enum Sparkline {
  private static let levels = Array("_.:-=+*#%@")

  /// The last `width` values; nothing is the lowest level and nothing else is.
  package static func text(_ values: [Int], width: Int) -> String {
    let shown = values.suffix(max(0, width))
    let highest = shown.max() ?? 0
    return String(
      shown.map { value in
        guard value > 0 else { return levels[0] }
        return levels[1 + (value - 1) * (levels.count - 1) / highest]
      }
    )
  }
}
