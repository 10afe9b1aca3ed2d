/// Taking away the differences that a person who searches does not type: full and half width, case,
/// katakana and hiragana, voicing marks apart or joined.
package struct FoldedText: Hashable, Sendable {
  /// UTF-8, without line breaks.
  package private(set) var bytes: [UInt8]

  package init(_ text: String) {
    bytes = []
    bytes.reserveCapacity(text.utf8.count)
    Self.append(text, to: &bytes)
  }

  package var isEmpty: Bool { bytes.isEmpty }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Folds `text` onto the end of a buffer.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    if appendASCII(text, to: &bytes) { return }
    var pending: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let folded = scalar.folded
      if let composed = pending?.composed(with: folded) {
        pending = composed
        continue
      }
      if let pending { bytes.append(contentsOf: UTF8.encode(pending) ?? .init()) }
      pending = folded
    }
    if let pending { bytes.append(contentsOf: UTF8.encode(pending) ?? .init()) }
  }

  /// Most text from AWS is ASCII, and that need not be decoded.
  private static func appendASCII(_ text: String, to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    for byte in text.utf8 {
      guard byte < 0x80 else {
        bytes.removeSubrange(start...)
        return false
      }
      bytes.append(byte.asciiFolded)
    }
    return true
  }
}

extension UInt8 {
  fileprivate var asciiFolded: UInt8 {
    switch self {
    case 0x41...0x5A: self + 0x20
    case 0x0A, 0x0D, 0x09: 0x20
    default: self
    }
  }
}

extension Unicode.Scalar {
  fileprivate var folded: Unicode.Scalar {
    switch value {
    case 0x00...0x7F: Self(UInt8(value).asciiFolded)
    case 0x3000: " "
    case 0xFF01...0xFF5E: Self(UInt8(value - 0xFEE0).asciiFolded)
    case 0xFF65...0xFF9F: Self.halfWidthKana[Int(value - 0xFF65)]
    case 0x30A1...0x30F6, 0x30FD, 0x30FE: Self(value - 0x60) ?? self
    case 0x80...0x2E7F: lowercased
    default: self
    }
  }

  private var lowercased: Unicode.Scalar {
    let mapping = properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first ?? self : self
  }

  /// U+FF65 to U+FF9F as hiragana; the last two are the marks that follow a kana.
  private static let halfWidthKana = Array(
    "・をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん\u{3099}\u{309A}"
      .unicodeScalars
  )
}
