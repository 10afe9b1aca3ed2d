import Domain

/// The findings file that follows from the one before and a scan.
///
/// Only the scan's rows are made anew. The lines of all other rows are copied as they are.
struct FindingsMerge {
  let bytes: [UInt8]
  /// How many findings are there now; what is past is not among them.
  let count: Int
  /// The scan's rows as they are now, what it did not look at included.
  let rows: [ScanResult.Row]

  /// Copies from `old` what the scan did not look at; `before` is what was remembered of what it
  /// did.
  init(
    _ result: ScanResult,
    _ scan: ScanSummary,
    copying old: FindingsFile,
    before: [CheckID: RowMemory],
    _ account: AccountRecord? = nil
  ) {
    let fresh = Dictionary(result.rows.map { ($0.id, $0) }) { _, last in last }
    var (count, rows) = (0, [ScanResult.Row]())
    let found = fresh.values.reduce(0) { $0 + $1.findings.count }
    var writer = FindingWriter(capacity: old.bytes.count + found * Self.usualLine)
    writer.append(lines: FindingsFile.head(of: result.account)[...])
    for row in Set(old.rows).union(fresh.keys).sorted() {
      if let scanned = fresh[row] {
        let memory = (before[row] ?? RowMemory())
          .after(scanned, scan, of: result.account, within: result.extent)
        rows.append(result.extent == .rows ? scanned : memory.row(scanned, account?.rows[row]))
        let name = row.description
        for record in memory.present { writer.append(record, row: name) }
        for past in memory.past { writer.append(past, row: name) }
        count += memory.present.count
      } else {
        count += Self.copy(row, from: old, to: &writer)
      }
    }
    (bytes, self.count, self.rows) = (writer.json.bytes, count, rows)
  }

  /// Bytes that a line takes as a rule.
  private static let usualLine = 320

  /// Returns how many findings the row has.
  private static func copy(
    _ row: CheckID,
    from old: FindingsFile,
    to writer: inout FindingWriter
  ) -> Int {
    let parts = old.parts[row] ?? []
    for part in parts + (old.pastParts[row] ?? []) { writer.append(lines: old.bytes[part]) }
    return parts.reduce(0) { sum, part in
      sum + old.bytes[part].count { $0 == UInt8(ascii: "\n") }
    }
  }
}

extension RowMemory {
  /// The whole row after a part of it was scanned: as old as what was not looked at.
  fileprivate func row(_ part: ScanResult.Row, _ before: RowSummary?) -> ScanResult.Row {
    ScanResult.Row(
      id: part.id,
      findings: present.map(\.finding),
      checkedAt: before?.checkedAt ?? part.checkedAt,
      duration: before?.duration ?? part.duration
    )
  }

  /// Gives what a file of version 1 says of a row the runs that follow from its dates.
  func withRuns(from record: AccountRecord?, _ row: CheckID) -> Self {
    guard present.contains(where: { $0.runs.isEmpty && $0.finding.canBeExcepted }) else {
      return self
    }
    let scans = record?.scans.filter { $0.rows[row] != nil }.map(\.scan) ?? []
    guard let last = scans.last?.number else { return self }
    var memory = self
    for index in present.indices
    where present[index].runs.isEmpty && present[index].finding.canBeExcepted {
      let first = scans.first { $0.finishedAt >= present[index].firstSeen }?.number ?? last
      memory.present[index].runs = [min(first, last)...last]
    }
    return memory
  }
}
