import Domain

/// The findings file that follows from the one before and a scan.
///
/// Only the scan's rows are made anew. The lines of all other rows are copied as they are.
struct FindingsMerge {
  /// How many findings are there now; what is past is not among them.
  private(set) var count = 0
  /// The scan's rows as they are now, what it did not look at included.
  private(set) var rows: [ScanResult.Row] = []
  private let result: ScanResult
  private let scan: ScanSummary
  private let old: FindingsFile
  private let account: AccountRecord?
  private let reason: (String) -> Reason
  private var writer: FindingWriter
  private let file: FileDraft

  /// Copies from `old` what the scan did not look at; `account` is as before the scan.
  init(
    _ result: ScanResult,
    _ scan: ScanSummary,
    copying old: FindingsFile,
    _ account: AccountRecord?,
    reason: @escaping (String) -> Reason,
    to file: FileDraft
  ) throws(FindingsFile.Fault) {
    (self.result, self.scan, self.old) = (result, scan, old)
    (self.account, self.reason) = (account, reason)
    let fresh = Dictionary(result.rows.map { ($0.id, $0) }) { _, last in last }
    self.file = file
    writer = FindingWriter(capacity: Self.piece * 2)
    writer.append(lines: FindingsFile.head(of: result.account)[...])
    for row in Set(old.rows).union(fresh.keys).sorted() {
      if let scanned = fresh[row] { try merge(scanned) } else { copy(row) }
    }
  }

  /// Puts the file in its place and returns its digest.
  mutating func finish() throws(FileSystem.Failure) -> String {
    writer.drain(to: file)
    return try file.finish()
  }

  /// Bytes that are gathered before they go to the file.
  private static let piece = 1 << 20

  private mutating func merge(_ row: ScanResult.Row) throws(FindingsFile.Fault) {
    if result.extent == .rows, var known = try old.sightings(of: row.id, reason: reason) {
      try merge(row, &known)
    } else {
      let before = try old.memories(of: [row.id], reason: reason)[row.id] ?? RowMemory()
      let memory = before.withRuns(from: account, row.id)
        .after(row, scan, of: result.account, within: result.extent)
      rows.append(result.extent == .rows ? row : memory.row(row, account?.rows[row.id]))
      let name = row.id.description
      for record in memory.present { append(record, name) }
      for past in memory.past { writer.append(past, row: name) }
      count += memory.present.count
    }
  }

  private mutating func merge(
    _ row: ScanResult.Row,
    _ known: inout Sightings
  ) throws(FindingsFile.Fault) {
    let name = row.id.description
    for finding in row.findings {
      let record = known.record(finding, of: row, scan, in: result.account)
      append(record, name)
    }
    let missing = try old.records(in: known.missingLines, reason: reason)
    let past = RowMemory.past(missing: missing, known.missingPast, after: row, scan)
    for past in past { writer.append(past, row: name) }
    rows.append(row)
    count += row.findings.count
  }

  private mutating func append(_ record: FindingRecord, _ row: String) {
    writer.append(record, row: row)
    writer.drain(above: Self.piece, to: file)
  }

  private mutating func copy(_ row: CheckID) {
    let parts = old.parts[row] ?? []
    for part in parts + (old.pastParts[row] ?? []) {
      writer.append(lines: old.bytes[part])
      writer.drain(above: Self.piece, to: file)
    }
    count += parts.reduce(0) { sum, part in
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
