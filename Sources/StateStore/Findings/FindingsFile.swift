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
    (parts, pastParts) = try Self.parts(of: bytes, from: head.count)
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

  /// What a scan of the whole row must know; `nil` where it takes the whole memory to tell.
  func sightings(
    of row: CheckID,
    reason: @escaping (String) -> Reason
  ) throws(Fault) -> Sightings? {
    var reader = FindingReader(bytes, reason: reason)
    var (entries, past) = ([(FindingKey, Sightings.Entry)](), [PastFinding]())
    do throws(JSONScanner.Fault) {
      for part in parts[row] ?? [] {
        guard let more = try reader.sightings(in: part) else { return nil }
        if entries.isEmpty { entries = more } else { entries += more }
      }
      for part in pastParts[row] ?? [] { past += try reader.past(in: part) }
    } catch {
      throw .damaged
    }
    return Sightings(entries, past: past)
  }

  /// The records that stand in those lines.
  func records(
    in lines: [Range<Int>],
    reason: @escaping (String) -> Reason
  ) throws(Fault) -> [FindingRecord] {
    var reader = FindingReader(bytes, reason: reason)
    var records: [FindingRecord] = []
    do throws(JSONScanner.Fault) {
      for line in lines { records += try reader.records(in: line) }
    } catch {
      throw .damaged
    }
    return records
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

  /// The lines sorted out by how they begin and by the name that follows.
  private static func parts(
    of bytes: [UInt8],
    from start: Int
  ) throws(Fault) -> (present: [CheckID: [Range<Int>]], past: [CheckID: [Range<Int>]]) {
    var parts = (present: [CheckID: [Range<Int>]](), past: [CheckID: [Range<Int>]]())
    var (beginning, partStart) = (Range(uncheckedBounds: (start, start)), start)
    func end(at line: Int) throws(Fault) {
      guard !beginning.isEmpty else { return }
      let (row, isPast) = try part(bytes[beginning])
      if isPast {
        parts.past[row, default: []].append(partStart..<line)
      } else {
        parts.present[row, default: []].append(partStart..<line)
      }
    }
    var line = start
    while line < bytes.count {
      // Most lines begin as the one before: up to the quote behind the row's name.
      if !bytes.repeats(beginning, at: line) {
        try end(at: line)
        (beginning, partStart) = (try bytes.beginning(ofLineAt: line), line)
      }
      line = bytes.lineEnd(from: line) ?? bytes.count
    }
    try end(at: line)
    return parts
  }

  /// The row that a line's beginning names, and whether its finding is past.
  private static func part(_ beginning: ArraySlice<UInt8>) throws(Fault) -> (CheckID, Bool) {
    for (prefix, isPast) in [(present, false), (past, true)]
    where beginning.starts(with: prefix.utf8) {
      return (try id(beginning.dropFirst(prefix.utf8.count).dropLast()), isPast)
    }
    throw .damaged
  }

  private static func id(_ name: ArraySlice<UInt8>) throws(Fault) -> CheckID {
    guard let id = CheckID(String(decoding: name, as: UTF8.self)) else { throw .damaged }
    return id
  }
}

extension [UInt8] {
  /// Up to the quote behind the first member's value.
  fileprivate func beginning(ofLineAt start: Int) throws(FindingsFile.Fault) -> Range<Int> {
    var quotes = 0
    for place in start..<Swift.min(count, start + 64) where self[place] == UInt8(ascii: "\"") {
      quotes += 1
      if quotes == 4 { return start..<place + 1 }
    }
    throw .damaged
  }

  /// Whether what stands in a part stands here too.
  fileprivate func repeats(_ part: Range<Int>, at start: Int) -> Bool {
    guard !part.isEmpty, start + part.count <= count else { return false }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      return memcmp(base + part.lowerBound, base + start, part.count) == 0
    }
  }

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
