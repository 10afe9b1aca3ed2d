import Domain
import Glibc

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
    return try read(rows) { part throws(JSONScanner.Fault) in try reader.records(in: part) }
  }

  /// When the findings of those rows were seen so far.
  func sightings(of rows: [CheckID]) throws(Fault) -> [CheckID: [Sighting]] {
    var reader = FindingReader(bytes, reason: Reason.init(unknownCode:))
    return try read(rows) { part throws(JSONScanner.Fault) in try reader.sightings(in: part) }
  }

  private func read<Line>(
    _ rows: [CheckID],
    _ lines: (Range<Int>) throws(JSONScanner.Fault) -> [Line]
  ) throws(Fault) -> [CheckID: [Line]] {
    var read: [CheckID: [Line]] = [:]
    do throws(JSONScanner.Fault) {
      for row in rows {
        for part in parts[row] ?? [] {
          let more = try lines(part)
          // Appending to nothing would copy what is there in one piece already.
          if read[row] == nil { read[row] = more } else { read[row]? += more }
        }
      }
    } catch {
      throw .damaged
    }
    return read
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
      let next = bytes.lineEnd(from: line) ?? bytes.count
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

extension [UInt8] {
  /// Where the line that `start` is in has ended; `nil` when it never does.
  func lineEnd(from start: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let feed = memchr(base + start, Int32(UInt8(ascii: "\n")), count - start)
      else { return nil }
      return UnsafeRawPointer(feed) - base + 1
    }
  }
}
