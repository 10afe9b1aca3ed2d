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
    before: [CheckID: [Sighting]]
  ) {
    let fresh = Dictionary(result.rows.map { ($0.id, $0) }) { _, last in last }
    var count = fresh.values.reduce(0) { $0 + $1.findings.count }
    var writer = FindingWriter(capacity: old.bytes.count + count * Self.usualLine)
    writer.append(lines: FindingsFile.head(of: result.account)[...])
    for row in Set(old.rows).union(fresh.keys).sorted() {
      if let scanned = fresh[row] {
        Self.write(scanned, result.account, after: before[row] ?? [], to: &writer)
      } else {
        for part in old.parts[row] ?? [] {
          writer.append(lines: old.bytes[part])
          count += old.bytes[part].count { $0 == UInt8(ascii: "\n") }
        }
      }
    }
    (bytes, self.count) = (writer.json.bytes, count)
  }

  /// Bytes that a line takes as a rule.
  private static let usualLine = 320

  /// A finding that was there before keeps when it was first seen.
  private static func write(
    _ row: ScanResult.Row,
    _ account: AccountID,
    after before: [Sighting],
    to writer: inout FindingWriter
  ) {
    var known = Sightings(before)
    let name = row.id.description
    for finding in row.findings {
      let id = finding.id(row: row.id, account: account)
      let sighting = known.take(id)
      let record = FindingRecord(
        id: id,
        finding: finding,
        firstSeen: sighting?.firstSeen ?? row.checkedAt,
        lastSeen: row.checkedAt,
        scans: (sighting?.scans ?? 0) + 1
      )
      writer.append(record, row: name)
    }
  }
}

/// Earlier sightings, looked up by finding.
///
/// Findings mostly come in the order in which they came before, so the next sighting is looked at
/// first, and a table is made only once that was wrong.
private struct Sightings {
  private let ordered: [Sighting]
  private var next = 0
  private lazy var table = Dictionary(ordered.map { ($0.id, $0) }) { first, _ in first }

  init(_ ordered: [Sighting]) {
    self.ordered = ordered
  }

  mutating func take(_ id: String) -> Sighting? {
    if next < ordered.count, ordered[next].id == id {
      next += 1
      return ordered[next - 1]
    }
    return table[id]
  }
}
