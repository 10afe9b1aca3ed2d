import Domain

/// One account's findings as a file holds them, sorted out by row and read where they are wanted.
///
/// NDJSON: a head line, then one finding a line.
struct FindingsFile {
  /// Why a file does not count.
  enum Fault: Error, Hashable {
    case missing
    case unreadable(String)
    /// Not what the state file's digest says, or nothing this program can read.
    case damaged
  }

  let bytes: [UInt8]
  /// Where each row's lines are; usually one part each.
  let parts: [CheckID: [Range<Int>]]

  /// A file of which nothing was kept yet.
  static let empty = Self(bytes: [], parts: [:])

  private init(bytes: [UInt8], parts: [CheckID: [Range<Int>]]) {
    self.bytes = bytes
    self.parts = parts
  }

  /// Checks the digest and finds each row's lines.
  init(_ bytes: [UInt8], of account: AccountID, digest: String) throws(Fault) {
    let head = Self.head(of: account)
    guard Digest.hex(Digest.sha256(bytes)) == digest, bytes.starts(with: head) else {
      throw .damaged
    }
    self.bytes = bytes
    parts = try Self.parts(of: bytes, from: head.count)
  }

  var rows: [CheckID] { parts.keys.sorted() }

  /// The records of those rows that the file has.
  func records(
    of rows: [CheckID],
    reason: @escaping (String) -> Reason
  ) throws(Fault) -> [CheckID: [FindingRecord]] {
    var reader = FindingReader(bytes, reason: reason)
    var records: [CheckID: [FindingRecord]] = [:]
    do throws(JSONScanner.Fault) {
      for row in rows {
        for part in parts[row] ?? [] { records[row, default: []] += try reader.records(in: part) }
      }
    } catch {
      throw .damaged
    }
    return records
  }

  static func head(of account: AccountID) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("format", "ascheck-findings")
      json.member("version", 1)
      json.member("account", account.digits)
    }
    json.endLine()
    return json.bytes
  }

  private static func parts(
    of bytes: [UInt8],
    from start: Int
  ) throws(Fault) -> [CheckID: [Range<Int>]] {
    var parts: [CheckID: [Range<Int>]] = [:]
    var (row, partStart): (ArraySlice<UInt8>, Int) = ([], start)
    var line = start
    while line < bytes.count {
      let next = (bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
      let name = try rowName(of: bytes[line..<next])
      if name != row {
        if line > partStart { parts[try id(row), default: []].append(partStart..<line) }
        (row, partStart) = (name, line)
      }
      line = next
    }
    if line > partStart { parts[try id(row), default: []].append(partStart..<line) }
    return parts
  }

  /// The row's number between the first pair of quotes after `{"row":`.
  private static func rowName(of line: ArraySlice<UInt8>) throws(Fault) -> ArraySlice<UInt8> {
    let prefix = #"{"row":""#.utf8
    let rest = line.dropFirst(prefix.count)
    guard line.starts(with: prefix), let end = rest.firstIndex(of: UInt8(ascii: "\"")) else {
      throw .damaged
    }
    return rest[..<end]
  }

  private static func id(_ name: ArraySlice<UInt8>) throws(Fault) -> CheckID {
    guard let id = CheckID(String(decoding: name, as: UTF8.self)) else { throw .damaged }
    return id
  }
}
