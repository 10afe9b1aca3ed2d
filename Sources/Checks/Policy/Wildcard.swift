/// A pattern of IAM: `*` stands for any characters, `?` for exactly one.
struct Wildcard: Hashable {
  private let pattern: [UInt8]

  init(_ pattern: String) {
    self.pattern = Array(pattern.utf8)
  }

  /// Actions are compared without regard to case, ARNs exactly.
  static func action(_ pattern: String) -> Self {
    Self(pattern.lowercased())
  }

  /// Walks both once, and on a mismatch lets the last `*` swallow one byte more, so that no
  /// pattern takes longer than its length times the text's.
  func matches(_ text: String) -> Bool {
    let text = Array(text.utf8)
    var (position, index) = (0, 0)
    var retry: (index: Int, position: Int)?
    while position < text.count {
      if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
        retry = (index, position)
        index += 1
      } else if index < pattern.count, [text[position], UInt8(ascii: "?")].contains(pattern[index])
      {
        (position, index) = (position + 1, index + 1)
      } else if let last = retry {
        retry = (last.index, last.position + 1)
        (position, index) = (last.position + 1, last.index + 1)
      } else {
        return false
      }
    }
    return pattern[index...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
