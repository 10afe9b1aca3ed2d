extension JSONScanner {
  mutating func string() throws(Fault) -> String {
    let (range, hasEscapes) = try stringRange()
    return try text(of: range, hasEscapes: hasEscapes)
  }

  /// What stands between the quotes, still escaped.
  mutating func stringRange() throws(Fault) -> (range: Range<Int>, hasEscapes: Bool) {
    try expect("\"")
    let start = position
    var hasEscapes = false
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        advance()
        return (start..<position - 1, hasEscapes)
      }
      guard byte >= 0x20 else { throw fault }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        advance()
      }
      advance()
    }
    throw fault
  }

  func text(of range: Range<Int>, hasEscapes: Bool) throws(Fault) -> String {
    let raw = hasEscapes ? try unescaped(range)[...] : bytes[range]
    guard let text = String(validating: raw, as: UTF8.self) else {
      throw Fault(offset: range.lowerBound)
    }
    return text
  }

  private func unescaped(_ range: Range<Int>) throws(Fault) -> [UInt8] {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        let scalar = try escape(at: &index, before: range.upperBound)
        result.append(contentsOf: String(scalar).utf8)
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Reads the escape at `index` and moves behind it.
  private func escape(at index: inout Int, before end: Int) throws(Fault) -> Unicode.Scalar {
    let start = index
    index += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return try codePoint(at: &index, before: end)
    case let byte where [0x22, 0x5C, 0x2F].contains(byte): return Unicode.Scalar(byte)
    default: throw Fault(offset: start)
    }
  }

  /// Four hexadecimal digits, or two groups of them that make a surrogate pair.
  private func codePoint(at index: inout Int, before end: Int) throws(Fault) -> Unicode.Scalar {
    let start = index
    let high = try codeUnit(at: &index, before: end)
    if let scalar = Unicode.Scalar(UInt32(high)) { return scalar }
    guard UTF16.isLeadSurrogate(high), index + 2 <= end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw Fault(offset: start) }
    index += 2
    let low = try codeUnit(at: &index, before: end)
    guard UTF16.isTrailSurrogate(low) else { throw Fault(offset: start) }
    return UTF16.decode(UTF16.EncodedScalar([high, low]))
  }

  private func codeUnit(at index: inout Int, before end: Int) throws(Fault) -> UInt16 {
    guard index + 4 <= end,
      bytes[index..<index + 4].allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw Fault(offset: index) }
    index += 4
    return unit
  }
}
