/// Reads JSON text from front to back.
///
/// Strict: what the grammar of RFC 8259 does not allow is a fault, and so is a string that is not
/// UTF-8. Foundation's decoder would do for the small file, but it loses the digits of numbers;
/// and it takes three times as long for the large one.
struct JSONScanner {
  struct Fault: Error, Hashable {
    let offset: Int
  }

  let bytes: [UInt8]
  private(set) var position = 0
  private(set) var end: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
  }

  /// Reads on at the beginning of a part of the text, and no further than its end.
  mutating func move(to part: Range<Int>) {
    position = part.lowerBound
    end = part.upperBound
  }

  var fault: Fault { Fault(offset: position) }

  /// The next byte that is not white space; `nil` at the end.
  mutating func peek() -> UInt8? {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      case let byte: return byte
      }
    }
    return nil
  }

  mutating func consume(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ character: Unicode.Scalar) throws(Fault) {
    guard consume(character) else { throw fault }
  }

  mutating func expectEnd() throws(Fault) {
    guard peek() == nil else { throw fault }
  }

  /// Reads an object or an array: calls `part` at each member or element.
  mutating func parts(
    _ open: Unicode.Scalar,
    _ close: Unicode.Scalar,
    _ part: (inout Self) throws(Fault) -> Void
  ) throws(Fault) {
    try expect(open)
    if consume(close) { return }
    repeat { try part(&self) } while consume(",")
    try expect(close)
  }

  mutating func members(_ member: (inout Self) throws(Fault) -> Void) throws(Fault) {
    try parts("{", "}", member)
  }

  mutating func elements(_ element: (inout Self) throws(Fault) -> Void) throws(Fault) {
    try parts("[", "]", element)
  }

  /// A number's text, as it stands.
  mutating func number() throws(Fault) -> String {
    guard peek() != nil else { throw fault }
    let start = position
    _ = skip("-")
    let whole = position
    guard digits() > 0, bytes[whole] != UInt8(ascii: "0") || position == whole + 1 else {
      throw Fault(offset: start)
    }
    if skip("."), digits() == 0 { throw fault }
    if skip("e") || skip("E") {
      _ = skip("+") || skip("-")
      guard digits() > 0 else { throw fault }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  mutating func integer() throws(Fault) -> Int {
    let start = position
    guard let value = Int(try number()) else { throw Fault(offset: start) }
    return value
  }

  mutating func word(_ word: StaticString) throws(Fault) {
    guard skip(word) else { throw fault }
  }

  /// Moves behind exactly these bytes, if they come next.
  mutating func skip(_ text: StaticString) -> Bool {
    let next = position + text.utf8CodeUnitCount
    guard next <= end else { return false }
    let matches = text.withUTF8Buffer { bytes[position..<next].elementsEqual($0) }
    if matches { position = next }
    return matches
  }

  /// Moves on by bytes that the caller has looked at.
  mutating func advance(by count: Int = 1) {
    position += count
  }

  private mutating func digits() -> Int {
    let start = position
    while position < end, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position - start
  }
}
