import Domain
import FoundationEssentials
import Glibc

/// Writes findings as lines.
///
/// The members stand in a fixed order, the row first, so that lines can be sorted out without
/// reading them and read without looking names up. A later program may append members.
///
/// ```
/// {"row":"ASC 07","id":"…","status":"alert","arn":"arn:…","region":"eu-west-1","qualifier":"…",
///  "reason":"volumeUnencrypted","values":{"size":"8"},"warnings":["…"],
///  "firstSeen":"2026-06-11T10:39:02Z","lastSeen":"2026-06-11T10:39:02Z","scans":1,"runs":[[1,1]]}
/// {"past":"ASC 07","id":"…",…,"runs":[[1,4]],"state":"gone","since":5,"at":"2026-06-11T10:39:02Z"}
/// ```
///
/// Region and qualifier are left out where there is none, values, warnings and runs where they are
/// empty. What the row's last scan did not see is `past`, and stands behind the row's others.
struct FindingWriter {
  private(set) var json: JSONWriter
  /// Most findings of a file share a few instants, and writing one out is slow.
  private var instants: [Date: String] = [:]

  /// `capacity`: bytes that will probably be written.
  init(capacity: Int = 0) {
    json = JSONWriter(capacity: capacity)
  }

  /// `row` is the row's own name, made out once for all its findings.
  mutating func append(_ record: FindingRecord, row: String) {
    let (firstSeen, lastSeen) = (instant(record.firstSeen), instant(record.lastSeen))
    json.object { json in
      json.member("row", row)
      Self.write(record, firstSeen, lastSeen, to: &json)
    }
    json.endLine()
  }

  mutating func append(_ past: PastFinding, row: String) {
    let record = past.record
    let (firstSeen, lastSeen) = (instant(record.firstSeen), instant(record.lastSeen))
    let at = instant(past.at)
    json.object { json in
      json.member("past", row)
      Self.write(record, firstSeen, lastSeen, to: &json)
      json.member("state", past.state.rawValue)
      json.member("since", past.since)
      json.member("at", at)
    }
    json.endLine()
  }

  private static func write(
    _ record: FindingRecord,
    _ firstSeen: String,
    _ lastSeen: String,
    to json: inout JSONWriter
  ) {
    let finding = record.finding
    json.member("id", record.id)
    json.member("status", finding.status.rawValue)
    json.member("arn", finding.resource.arn)
    if let region = finding.resource.region { json.member("region", region.name) }
    if let qualifier = finding.resource.qualifier { json.member("qualifier", qualifier) }
    json.member("reason", finding.reason.code)
    if !finding.values.pairs.isEmpty { json.member("values", finding.values) }
    if !finding.warnings.isEmpty { json.member("warnings", finding.warnings) }
    json.member("firstSeen", firstSeen)
    json.member("lastSeen", lastSeen)
    json.member("scans", record.scans)
    if !record.runs.isEmpty { write(record.runs, to: &json) }
  }

  private static func write(_ runs: [ClosedRange<Int>], to json: inout JSONWriter) {
    json.key("runs")
    json.array { json in
      for run in runs {
        json.array { json in
          json.value(run.lowerBound)
          json.value(run.upperBound)
        }
      }
    }
  }

  /// Lines that are already written.
  mutating func append(lines: ArraySlice<UInt8>) {
    json.append(lines: lines)
  }

  /// Hands over what was written since the last time, if that is more than `count` bytes.
  mutating func drain(above count: Int = 0, to file: FileDraft) {
    if json.bytes.count > count { json.drain { file.write($0) } }
  }

  private mutating func instant(_ date: Date) -> String {
    if let text = instants[date] { return text }
    let text = Timestamp.text(date)
    instants[date] = text
    return text
  }
}

/// Reads lines of findings, many of them fast.
struct FindingReader {
  typealias Fault = JSONScanner.Fault

  private let words: (String) -> Reason
  private var scanner: JSONScanner
  private var strings = StringCache()
  private var reasons: [String: Reason] = [:]
  private var instants: [String: Date] = [:]

  init(_ bytes: [UInt8], reason: @escaping (String) -> Reason) {
    words = reason
    scanner = JSONScanner(bytes)
  }

  /// The records that stand in a part made of whole lines.
  mutating func records(in lines: Range<Int>) throws(Fault) -> [FindingRecord] {
    scanner.move(to: lines)
    var records: [FindingRecord] = []
    while scanner.peek() != nil {
      try scanner.word(#"{"row":"#)
      records.append(try record())
      try scanner.skipLine()
    }
    return records
  }

  /// The past findings that stand in a part made of whole lines.
  mutating func past(in lines: Range<Int>) throws(Fault) -> [PastFinding] {
    scanner.move(to: lines)
    var past: [PastFinding] = []
    while scanner.peek() != nil {
      try scanner.word(#"{"past":"#)
      let record = try record()
      try scanner.word(#","state":"#)
      guard let state = PastFinding.State(rawValue: try repeated()) else { throw scanner.fault }
      try scanner.word(#","since":"#)
      let since = try scanner.integer()
      try scanner.word(#","at":"#)
      past.append(PastFinding(record, state, since: since, at: try instant()))
      try scanner.skipLine()
    }
    return past
  }

  /// Reads of each line only what its finding's next sighting needs; `nil` where some line has no
  /// runs though it should, as those of the first version have not.
  mutating func sightings(in lines: Range<Int>) throws(Fault) -> [(FindingKey, Sightings.Entry)]? {
    var entries: [(FindingKey, Sightings.Entry)] = []
    var start = lines.lowerBound
    while start < lines.upperBound {
      guard let next = scanner.bytes.lineEnd(from: start), next <= lines.upperBound else {
        throw scanner.fault
      }
      guard let entry = try sighting(in: start..<next) else { return nil }
      entries.append(entry)
      start = next
    }
    return entries
  }

  private mutating func sighting(
    in line: Range<Int>
  ) throws(Fault) -> (FindingKey, Sightings.Entry)? {
    scanner.move(to: line)
    try scanner.word(#"{"row":"#)
    _ = try scanner.stringRange()
    try scanner.word(#","id":"#)
    let id = try scanner.stringRange().range
    try scanner.word(#","status":"#)
    let status = Finding.Status(rawValue: try repeated())
    guard let key = FindingKey(scanner.bytes[id]), let tail = scanner.bytes.tail(of: line) else {
      return nil
    }
    // Warnings are the only array that can stand before the dates.
    let isWarned = scanner.bytes[tail - 1] == UInt8(ascii: "]")
    scanner.move(to: tail..<line.upperBound)
    var sighting = try sighting()
    sighting.isOpen = status == .alert || status == .unknown || status == .pass && isWarned
    if sighting.isOpen && sighting.runs.isEmpty { return nil }
    return (key, Sightings.Entry(sighting: sighting, line: line))
  }

  /// From the dates on.
  private mutating func sighting() throws(Fault) -> Sighting {
    var sighting = Sighting()
    try scanner.word(#","firstSeen":"#)
    sighting.firstSeen = try instant()
    try scanner.word(#","lastSeen":"#)
    _ = try scanner.stringRange()
    try scanner.word(#","scans":"#)
    sighting.scans = try scanner.integer()
    if scanner.skip(#","runs":"#) { sighting.runs = try runs() }
    return sighting
  }

  /// From the row's name to the runs.
  private mutating func record() throws(Fault) -> FindingRecord {
    _ = try scanner.stringRange()
    try scanner.word(#","id":"#)
    let id = try scanner.string()
    let finding = try finding()
    try scanner.word(#","firstSeen":"#)
    let firstSeen = try instant()
    try scanner.word(#","lastSeen":"#)
    let lastSeen = try instant()
    try scanner.word(#","scans":"#)
    let scans = try scanner.integer()
    var record = FindingRecord(
      id: id,
      finding: finding,
      firstSeen: firstSeen,
      lastSeen: lastSeen,
      scans: scans
    )
    if scanner.skip(#","runs":"#) { record.runs = try runs() }
    return record
  }

  private mutating func runs() throws(Fault) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    try scanner.elements { scanner throws(Fault) in
      try scanner.expect("[")
      let first = try scanner.integer()
      try scanner.expect(",")
      let last = try scanner.integer()
      try scanner.expect("]")
      guard first <= last else { throw scanner.fault }
      runs.append(first...last)
    }
    return runs
  }

  private mutating func finding() throws(Fault) -> Finding {
    try scanner.word(#","status":"#)
    guard let status = Finding.Status(rawValue: try repeated()) else { throw scanner.fault }
    try scanner.word(#","arn":"#)
    let arn = try scanner.string()
    let region = scanner.skip(#","region":"#) ? Region(try repeated()) : nil
    let qualifier = scanner.skip(#","qualifier":"#) ? try repeated() : nil
    try scanner.word(#","reason":"#)
    let reason = try self.reason()
    return Finding(
      status,
      Resource(arn: arn, region: region, qualifier: qualifier),
      reason,
      scanner.skip(#","values":"#) ? try values() : [:],
      warnings: scanner.skip(#","warnings":"#) ? try warnings() : []
    )
  }

  private mutating func values() throws(Fault) -> Values {
    var pairs: [Values.Pair] = []
    try scanner.expect("{")
    repeat {
      let key = try repeated()
      try scanner.expect(":")
      pairs.append(Values.Pair(key: key, value: try repeated()))
    } while scanner.consume(",")
    try scanner.expect("}")
    return Values(pairs)
  }

  private mutating func warnings() throws(Fault) -> [Reason] {
    var warnings: [Reason] = []
    try scanner.expect("[")
    repeat { warnings.append(try reason()) } while scanner.consume(",")
    try scanner.expect("]")
    return warnings
  }

  private mutating func reason() throws(Fault) -> Reason {
    let code = try repeated()
    if let reason = reasons[code] { return reason }
    let reason = words(code)
    reasons[code] = reason
    return reason
  }

  private mutating func instant() throws(Fault) -> Date {
    let text = try repeated()
    if let date = instants[text] { return date }
    guard let date = Timestamp.date(text) else { throw scanner.fault }
    instants[text] = date
    return date
  }

  /// A string that other lines probably hold too.
  private mutating func repeated() throws(Fault) -> String {
    let (range, hasEscapes) = try scanner.stringRange()
    if hasEscapes { return try scanner.text(of: range, hasEscapes: true) }
    return try strings.text(of: range, in: scanner)
  }
}

extension [UInt8] {
  /// Where a line's dates begin.
  ///
  /// Looked for from the end, where they are near; no string can hold these bytes, as its quotes
  /// would be escaped.
  fileprivate func tail(of line: Range<Int>) -> Int? {
    let mark: StaticString = #","firstSeen":"#
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var place = line.upperBound - mark.utf8CodeUnitCount
      while place > line.lowerBound {
        if bytes[place] == UInt8(ascii: ","),
          memcmp(base + place, mark.utf8Start, mark.utf8CodeUnitCount) == 0
        {
          return place
        }
        place -= 1
      }
      return nil
    }
  }
}

extension JSONScanner {
  /// Moves behind the end of the line, which must be the end of an object.
  fileprivate mutating func skipLine() throws(Fault) {
    guard let next = bytes.lineEnd(from: position), next <= end,
      bytes[next - 2] == UInt8(ascii: "}")
    else { throw fault }
    move(to: next..<end)
  }
}
