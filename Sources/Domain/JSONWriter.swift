/// Writes JSON piece by piece, for documents that are large or whose order of keys matters.
///
/// Commas come by themselves; that members stand in objects and values after keys is the caller's
/// part.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// Makes room for so many bytes, so that a long text is not moved about while it grows.
  package init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  package mutating func object<Failure>(
    _ members: (inout Self) throws(Failure) -> Void
  ) throws(Failure) {
    open("{")
    try members(&self)
    close("}")
  }

  package mutating func array<Failure>(
    _ elements: (inout Self) throws(Failure) -> Void
  ) throws(Failure) {
    open("[")
    try elements(&self)
    close("]")
  }

  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  package mutating func value(_ number: Int) {
    literal("\(number)")
  }

  package mutating func value(_ flag: Bool) {
    literal(flag ? "true" : "false")
  }

  package mutating func null() {
    literal("null")
  }

  /// JSON that is already written, such as a number's digits.
  package mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    if let text { value(text) } else { null() }
  }

  package mutating func member(_ key: String, _ number: Int) {
    self.key(key)
    value(number)
  }

  package mutating func member(_ key: String, _ values: Values) {
    self.key(key)
    object { json in
      for pair in values.pairs { json.member(pair.key, pair.value) }
    }
  }

  /// An array of the codes alone.
  package mutating func member(_ key: String, _ reasons: [Reason]) {
    self.key(key)
    array { json in
      for reason in reasons { json.value(reason.code) }
    }
  }

  /// Ends the document, so that another can begin on the next line, as in NDJSON.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Lines that are already JSON, each with its end.
  package mutating func append(lines: some Collection<UInt8>) {
    bytes.append(contentsOf: lines)
  }

  /// Hands over what is written so far, so that a long document need not be held whole.
  package mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// The same to somebody who keeps none of it, so that its room is used again.
  package mutating func drain(to sink: ([UInt8]) -> Void) {
    sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      guard utf8.isPlain else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if !isPlain { text.unicodeScalars.forEach { escape($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append(contentsOf: #"\""#.utf8)
    case "\\": bytes.append(contentsOf: #"\\"#.utf8)
    case "\n": bytes.append(contentsOf: #"\n"#.utf8)
    case "\r": bytes.append(contentsOf: #"\r"#.utf8)
    case "\t": bytes.append(contentsOf: #"\t"#.utf8)
    default:
      if scalar.isInvisible {
        UTF16.encode(scalar).map { $0.forEach { escape(unit: $0) } }
      } else {
        UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
      }
    }
  }

  private mutating func escape(unit: UInt16) {
    bytes.append(contentsOf: #"\u"#.utf8)
    bytes.append(contentsOf: Digest.hex([UInt8(unit >> 8), UInt8(unit & 0xFF)]).utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether all of it may stand between quotes: printable ASCII but for quote and backslash.
  ///
  /// Eight bytes at a time, as most of a large file goes through here.
  fileprivate var isPlain: Bool {
    let raw = UnsafeRawBufferPointer(self)
    var place = 0
    while place + 8 <= count {
      let bytes = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if bytes.hasSpecialByte { return false }
      place += 8
    }
    return self[place...].allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
  }
}

extension UInt64 {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Whether one of its bytes is below 0x20, from 0x7F on, a quote or a backslash.
  fileprivate var hasSpecialByte: Bool {
    let isLow = (self &- Self.ones &* 0x20) & ~self
    let isSpecial = isLow | self | zeroes(0x22) | zeroes(0x5C) | zeroes(0x7F)
    return isSpecial & Self.tops != 0
  }

  /// The top bit of each byte that is this one.
  private func zeroes(_ byte: UInt64) -> UInt64 {
    let rest = self ^ (Self.ones &* byte)
    return (rest &- Self.ones) & ~rest
  }
}

extension Unicode.Scalar {
  /// Controls, and what turns or hides text, such as bidirectional overrides.
  ///
  /// JSON need not escape all of them; people who print a document to a terminal need it.
  fileprivate var isInvisible: Bool {
    if (0x20..<0x7F).contains(value) { return false }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
