import Domain

/// The findings file that follows from the one before and a scan.
///
/// Only the scan's rows are made anew. The lines of all other rows are copied as they are.
struct FindingsMerge {
  let bytes: [UInt8]
  /// How many findings are there now; what is past is not among them.
  let count: Int

  /// Copies from `old` what the scan did not look at; `before` is what was remembered of what it
  /// did.
  init(
    _ result: ScanResult,
    _ scan: ScanSummary,
    copying old: FindingsFile,
    before: [CheckID: RowMemory]
  ) {
    let fresh = Dictionary(result.rows.map { ($0.id, $0) }) { _, last in last }
    var count = 0
    let found = fresh.values.reduce(0) { $0 + $1.findings.count }
    var writer = FindingWriter(capacity: old.bytes.count + found * Self.usualLine)
    writer.append(lines: FindingsFile.head(of: result.account)[...])
    for row in Set(old.rows).union(fresh.keys).sorted() {
      if let scanned = fresh[row] {
        let memory = (before[row] ?? RowMemory()).after(scanned, scan, of: result.account)
        let name = row.description
        for record in memory.present { writer.append(record, row: name) }
        for past in memory.past { writer.append(past, row: name) }
        count += memory.present.count
      } else {
        count += Self.copy(row, from: old, to: &writer)
      }
    }
    (bytes, self.count) = (writer.json.bytes, count)
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
