/// Strings by the bytes they were made from, so that what repeats is made once.
///
/// A table with one place a hash: a new string pushes out the one before.
struct StringCache {
  private static let places = 4096

  private var entries: [(bytes: Range<Int>, text: String)]

  init() {
    entries = Array(repeating: (0..<0, ""), count: Self.places)
  }

  mutating func text(
    of range: Range<Int>,
    in scanner: JSONScanner
  ) throws(JSONScanner.Fault) -> String {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(scanner.bytes[index])) &* 16_777_619 }
    let place = Int(hash) % Self.places
    if scanner.bytes[entries[place].bytes] == scanner.bytes[range] { return entries[place].text }
    let text = try scanner.text(of: range, hasEscapes: false)
    entries[place] = (range, text)
    return text
  }
}
