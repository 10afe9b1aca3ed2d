import Domain

/// The findings file that follows from the one before and a scan.
///
/// Only the scan's rows are made anew. The lines of all other rows are copied as they are.
struct FindingsMerge {
  let bytes: [UInt8]
  let count: Int

  /// Copies from `old` what the scan did not look at; `before` are its records of what it did.
  init(
    _ result: ScanResult,
    copying old: FindingsFile,
    before: [CheckID: [FindingRecord]]
  ) {
    var writer = FindingWriter()
    writer.append(lines: FindingsFile.head(of: result.account)[...])
    let fresh = Dictionary(result.rows.map { ($0.id, $0) }) { _, last in last }
    var count = 0
    for row in Set(old.rows).union(fresh.keys).sorted() {
      if let scanned = fresh[row] {
        let records = Self.records(of: scanned, result.account, after: before[row] ?? [])
        for record in records { writer.append(record, row: row) }
        count += records.count
      } else {
        for part in old.parts[row] ?? [] {
          writer.append(lines: old.bytes[part])
          count += old.bytes[part].count { $0 == UInt8(ascii: "\n") }
        }
      }
    }
    (bytes, self.count) = (writer.json.bytes, count)
  }

  /// A finding that was there before keeps when it was first seen.
  private static func records(
    of row: ScanResult.Row,
    _ account: AccountID,
    after before: [FindingRecord]
  ) -> [FindingRecord] {
    let known = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
    return row.findings.map { finding in
      let id = finding.id(row: row.id, account: account)
      return FindingRecord(
        id: id,
        finding: finding,
        firstSeen: known[id]?.firstSeen ?? row.checkedAt,
        lastSeen: row.checkedAt,
        scans: (known[id]?.scans ?? 0) + 1
      )
    }
  }
}
