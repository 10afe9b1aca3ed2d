import Domain

extension JSON {
  /// The one way to write this document, for digests.
  ///
  /// RFC 8785 but for two points: numbers stay as they are written, and keys are sorted by code
  /// points. No white space; members sorted; in strings only quotes, backslashes and what lies
  /// below the space are escaped. It is what Python's `json.dumps` writes with `sort_keys=True`,
  /// `separators=(",", ":")` and `ensure_ascii=False`.
  var canonical: [UInt8] {
    var text: [UInt8] = []
    writeCanonical(to: &text)
    return text
  }

  private func writeCanonical(to text: inout [UInt8]) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let flag): text += (flag ? "true" : "false").utf8
    case .number(let digits): text += digits.utf8
    case .string(let string): Self.quote(string, to: &text)
    case .array(let elements):
      Self.list(elements, "[", "]", to: &text) { element, text in
        element.writeCanonical(to: &text)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key) }
      Self.list(sorted, "{", "}", to: &text) { member, text in
        Self.quote(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        member.value.writeCanonical(to: &text)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element],
    _ open: Unicode.Scalar,
    _ close: Unicode.Scalar,
    to text: inout [UInt8],
    each: (Element, inout [UInt8]) -> Void
  ) {
    text.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      each(element, &text)
    }
    text.append(UInt8(ascii: close))
  }

  private static func quote(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case 0x22, 0x5C: text += [0x5C, byte]
      case 0x08: text += #"\b"#.utf8
      case 0x09: text += #"\t"#.utf8
      case 0x0A: text += #"\n"#.utf8
      case 0x0C: text += #"\f"#.utf8
      case 0x0D: text += #"\r"#.utf8
      case 0..<0x20: text += (#"\u00"# + Digest.hex([byte])).utf8
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}

extension String.UnicodeScalarView {
  fileprivate func lexicographicallyPrecedes(_ other: String) -> Bool {
    lexicographicallyPrecedes(other.unicodeScalars)
  }
}
