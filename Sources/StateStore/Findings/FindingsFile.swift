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
  /// Where the lines are of what each row's last scan did not see.
  let pastParts: [CheckID: [Range<Int>]]

  /// A file of which nothing was kept yet.
  static let empty = Self()

  private init() {
    (bytes, parts, pastParts) = ([], [:], [:])
  }

  /// Checks the digest and finds each row's lines.
  init(_ bytes: [UInt8], of account: AccountID, digest: String) throws(Fault) {
    let heads = (1...Self.version).map { Self.head(of: account, version: $0) }
    guard Digest.hex(Digest.sha256(bytes)) == digest,
      let head = heads.first(where: { bytes.starts(with: $0) })
    else { throw .damaged }
    self.bytes = bytes
    parts = try Self.parts(of: bytes, from: head.count, beginning: Self.present)
    pastParts = try Self.parts(of: bytes, from: head.count, beginning: Self.past)
  }

  /// Version 1 had neither runs nor past findings, and else the same lines.
  private static let version = 2
  private static let present = #"{"row":""#
  private static let past = #"{"past":""#

  var rows: [CheckID] { Set(parts.keys).union(pastParts.keys).sorted() }

  /// The records of those rows that the file has.
  func records(
    of rows: [CheckID],
    reason: @escaping (String) -> Reason
  ) throws(Fault) -> [CheckID: [FindingRecord]] {
    var reader = FindingReader(bytes, reason: reason)
    return try read(rows) { part throws(JSONScanner.Fault) in try reader.records(in: part) }
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

  /// What is remembered of those rows that the file has.
  func memories(
    of rows: [CheckID],
    reason: @escaping (String) -> Reason
  ) throws(Fault) -> [CheckID: RowMemory] {
    var reader = FindingReader(bytes, reason: reason)
    var memories: [CheckID: RowMemory] = [:]
    do throws(JSONScanner.Fault) {
      for row in rows {
        var memory = RowMemory()
        for part in parts[row] ?? [] { memory.present += try reader.records(in: part) }
        for part in pastParts[row] ?? [] { memory.past += try reader.past(in: part) }
        memories[row] = memory
      }
    } catch {
      throw .damaged
    }
    return memories
  }

  static func head(of account: AccountID, version: Int = version) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("format", "ascheck-findings")
      json.member("version", version)
      json.member("account", account.digits)
    }
    json.endLine()
    return json.bytes
  }

  /// The lines that begin in that way, sorted out by the name that follows.
  private static func parts(
    of bytes: [UInt8],
    from start: Int,
    beginning: String
  ) throws(Fault) -> [CheckID: [Range<Int>]] {
    let prefix = Array(beginning.utf8)
    var parts: [CheckID: [Range<Int>]] = [:]
    var (row, partStart): (ArraySlice<UInt8>, Int) = ([], start)
    var line = start
    while line < bytes.count {
      let next = bytes.lineEnd(from: line) ?? bytes.count
      let name = try rowName(of: bytes[line..<next], after: prefix)
      if name != row {
        if !row.isEmpty { parts[try id(row), default: []].append(partStart..<line) }
        (row, partStart) = (name, line)
      }
      line = next
    }
    if !row.isEmpty { parts[try id(row), default: []].append(partStart..<line) }
    return parts
  }

  /// What stands up to the next quote; nothing in a line that begins in another known way.
  private static func rowName(
    of line: ArraySlice<UInt8>,
    after prefix: [UInt8]
  ) throws(Fault) -> ArraySlice<UInt8> {
    guard line.starts(with: prefix) else {
      guard [present, past].contains(where: { line.starts(with: $0.utf8) }) else { throw .damaged }
      return []
    }
    let rest = line.dropFirst(prefix.count)
    guard let end = rest.firstIndex(of: UInt8(ascii: "\"")), end > rest.startIndex else {
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
