import Domain
import FoundationEssentials

/// What a file says of a row's findings, as far as a new scan of the row must know it.
///
/// Most findings of a scan were there before, and of their lines only the id and the tail count;
/// the line is read whole where the scan does not see its finding any more.
struct Sightings {
  /// Of a finding that was there when the row was last scanned.
  struct Entry {
    let sighting: Sighting
    let line: Range<Int>
    var isSeen = false
  }

  private var entries: [Entry]
  private let places: [FindingKey: Int]
  private let past: [PastFinding]
  private let pastSightings: [String: Sighting]
  private var seenAgain: Set<String> = []

  init(_ entries: [(FindingKey, Entry)], past: [PastFinding]) {
    self.entries = entries.map(\.1)
    let pairs = zip(entries.lazy.map(\.0), entries.indices)
    places = Dictionary(pairs) { first, _ in first }
    self.past = past
    pastSightings = Dictionary(past.map { ($0.id, Sighting(of: $0)) }) { first, _ in first }
  }

  /// The finding as a scan sees it now.
  mutating func record(
    _ finding: Finding,
    of row: ScanResult.Row,
    _ scan: ScanSummary,
    in account: AccountID
  ) -> FindingRecord {
    let id = finding.id(row: row.id, account: account)
    let place = FindingKey(id).flatMap { places[$0] }
    if let place { entries[place].isSeen = true }
    if pastSightings[id] != nil { seenAgain.insert(id) }
    let sighting = place.map { entries[$0].sighting } ?? pastSightings[id] ?? Sighting()
    return sighting.record(id, finding, at: row.checkedAt, scan.number)
  }

  /// The lines of what no finding was asked for.
  var missingLines: [Range<Int>] { entries.filter { !$0.isSeen }.map(\.line) }

  /// What is past still.
  var missingPast: [PastFinding] { past.filter { !seenAgain.contains($0.id) } }
}

/// A finding's id as a number, which is quicker to look up.
struct FindingKey: Hashable {
  private let high: UInt64
  private let low: UInt64

  /// `nil` for anything but 32 hexadecimal digits.
  init?(_ id: String) {
    var id = id
    guard let key = id.withUTF8({ Self($0) }) else { return nil }
    self = key
  }

  init?(_ digits: ArraySlice<UInt8>) {
    guard let key = digits.withUnsafeBufferPointer({ Self($0) }) else { return nil }
    self = key
  }

  private init?(_ digits: UnsafeBufferPointer<UInt8>) {
    guard digits.count == 32, let high = Self.number(digits[..<16]),
      let low = Self.number(digits[16...])
    else { return nil }
    (self.high, self.low) = (high, low)
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    var number: UInt64 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: number = number << 4 | UInt64(digit - 0x30)
      case 0x61...0x66: number = number << 4 | UInt64(digit - 0x61 + 10)
      default: return nil
      }
    }
    return number
  }
}
