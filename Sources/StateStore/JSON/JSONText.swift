import Domain

extension JSON {
  /// The document for people: keys sorted, two spaces a level, what fits on one line on one line.
  var text: [UInt8] {
    var text: [UInt8] = []
    write(to: &text, depth: 0)
    text.append(UInt8(ascii: "\n"))
    return text
  }

  private static let width = 100

  private func write(to text: inout [UInt8], depth: Int) {
    switch self {
    case .array(let elements) where !fitsOnOneLine(at: depth):
      Self.write(elements, "[", "]", to: &text, depth: depth) { element, text in
        element.write(to: &text, depth: depth + 1)
      }
    case .object(let members) where !fitsOnOneLine(at: depth):
      Self.write(members.sorted { $0.key < $1.key }, "{", "}", to: &text, depth: depth) {
        member,
        text in
        text += JSON.string(member.key).line + ": ".utf8
        member.value.write(to: &text, depth: depth + 1)
      }
    case .null, .bool, .number, .string, .array, .object: text += line
    }
  }

  private static func write<Element>(
    _ elements: [Element],
    _ open: Unicode.Scalar,
    _ close: Unicode.Scalar,
    to text: inout [UInt8],
    depth: Int,
    each: (Element, inout [UInt8]) -> Void
  ) {
    let margin = Array(repeating: UInt8(ascii: " "), count: depth * 2)
    text.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      text += (index == 0 ? "\n" : ",\n").utf8
      text += margin + "  ".utf8
      each(element, &text)
    }
    text += "\n".utf8
    text += margin
    text.append(UInt8(ascii: close))
  }

  /// True for what holds no container that has something in it, and is short.
  private func fitsOnOneLine(at depth: Int) -> Bool {
    let parts: [JSON] =
      switch self {
      case .array(let elements): elements
      case .object(let members): Array(members.values)
      case .null, .bool, .number, .string: []
      }
    return parts.isEmpty
      || (depth > 0 && !parts.contains(where: \.holdsSomething)
        && depth * 2 + line.count <= Self.width)
  }

  private var holdsSomething: Bool {
    switch self {
    case .array(let elements): !elements.isEmpty
    case .object(let members): !members.isEmpty
    case .null, .bool, .number, .string: false
    }
  }

  private var line: [UInt8] {
    switch self {
    case .array(let elements):
      Array("[".utf8) + elements.map(\.line).joined(separator: ", ".utf8) + "]".utf8
    case .object(let members):
      Array("{".utf8)
        + members.sorted { $0.key < $1.key }
        .map { JSON.string($0.key).line + ": ".utf8 + $0.value.line }
        .joined(separator: ", ".utf8) + "}".utf8
    case .null, .bool, .number, .string: scalarText
    }
  }

  private var scalarText: [UInt8] {
    var json = JSONWriter()
    switch self {
    case .bool(let flag): json.value(flag)
    case .number(let digits): json.literal(digits)
    case .string(let text): json.value(text)
    case .null, .array, .object: json.null()
    }
    return json.bytes
  }
}
