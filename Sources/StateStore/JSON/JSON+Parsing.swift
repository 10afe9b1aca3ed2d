extension JSON {
  /// Reads a whole document.
  ///
  /// A name that occurs twice in one object is a fault: keeping one of the two would lose the
  /// other.
  init(parsing bytes: [UInt8]) throws(JSONScanner.Fault) {
    var scanner = JSONScanner(bytes)
    self = try scanner.json(depth: 0)
    try scanner.expectEnd()
  }
}

extension JSONScanner {
  private static let depthLimit = 128

  fileprivate mutating func json(depth: Int) throws(Fault) -> JSON {
    guard let byte = peek(), depth < Self.depthLimit else { throw fault }
    switch byte {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"):
      try word("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> [String: JSON] {
    var members: [String: JSON] = [:]
    try self.members { scanner throws(Fault) in
      let fault = scanner.fault
      let key = try scanner.string()
      try scanner.expect(":")
      let value = try scanner.json(depth: depth + 1)
      guard members.updateValue(value, forKey: key) == nil else { throw fault }
    }
    return members
  }

  private mutating func array(depth: Int) throws(Fault) -> [JSON] {
    var elements: [JSON] = []
    try self.elements { scanner throws(Fault) in
      elements.append(try scanner.json(depth: depth + 1))
    }
    return elements
  }
}
