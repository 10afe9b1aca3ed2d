import Domain

/// One line of TOML, read from the left.
struct TOMLLine {
  let number: Int
  private var rest: Substring.UnicodeScalarView

  init(_ text: Substring.UnicodeScalarView, number: Int) {
    self.number = number
    rest = text
  }

  func fault(_ kind: TOMLFault.Kind) -> TOMLFault { TOMLFault(line: number, kind: kind) }

  mutating func skipBlanks() {
    while let next = rest.first, next == " " || next == "\t" { rest.removeFirst() }
  }

  /// Whether nothing but a comment follows.
  var isAtEnd: Bool { rest.first.map { $0 == "#" } ?? true }

  mutating func expectEnd() throws(TOMLFault) {
    skipBlanks()
    if !isAtEnd { throw fault(.afterwards) }
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.unicodeScalars) else { return false }
    rest.removeFirst(text.unicodeScalars.count)
    return true
  }

  private mutating func take(while isWanted: (Unicode.Scalar) -> Bool) -> String {
    let taken = rest.prefix(while: isWanted)
    rest.removeFirst(taken.count)
    return String(taken)
  }

  // MARK: Names

  /// The name between brackets; `nil` where the line is no heading.
  mutating func heading() throws(TOMLFault) -> (name: String, isElement: Bool)? {
    guard take("[") else { return nil }
    let isElement = take("[")
    skipBlanks()
    let name = take { $0.isBareKey || $0 == "." }
    skipBlanks()
    guard !name.isEmpty, take(isElement ? "]]" : "]") else { throw fault(.notUnderstood) }
    return (name, isElement)
  }

  mutating func key() throws(TOMLFault) -> String {
    let key = take(while: \.isBareKey)
    skipBlanks()
    guard !key.isEmpty, take("=") else { throw fault(.notUnderstood) }
    skipBlanks()
    if isAtEnd { throw fault(.noValue(key)) }
    return key
  }

  // MARK: Values

  mutating func value() throws(TOMLFault) -> TOMLReader.Value {
    if take("\"\"\"") || take("'''") { throw fault(.severalLines) }
    if take("\"") { return .string(try basicString()) }
    if take("'") { return .string(try literalString()) }
    if rest.first == "[" || rest.first == "{" { throw fault(.list) }
    return try plain(take { $0 != " " && $0 != "\t" && $0 != "#" })
  }

  private func plain(_ text: String) throws(TOMLFault) -> TOMLReader.Value {
    if text.contains("-") || text.contains(":") {
      if Timestamp.date("\(text)T00:00:00Z") != nil { return .date(text) }
      if Timestamp.date(text) != nil { return .instant(text) }
      throw fault(.notADate(text))
    }
    guard let number = Int(text), String(number) == text else { throw fault(.number(text)) }
    return .integer(number)
  }

  private mutating func literalString() throws(TOMLFault) -> String {
    let text = take { $0 != "'" }
    guard take("'") else { throw fault(.unendedString) }
    if text.unicodeScalars.contains(where: \.isForbidden) { throw fault(.control) }
    return text
  }

  private mutating func basicString() throws(TOMLFault) -> String {
    var text = String.UnicodeScalarView()
    while let next = rest.popFirst() {
      switch next {
      case "\"": return String(text)
      case "\\": text.append(try escaped())
      case _ where next.isForbidden: throw fault(.control)
      default: text.append(next)
      }
    }
    throw fault(.unendedString)
  }

  private mutating func escaped() throws(TOMLFault) -> Unicode.Scalar {
    switch rest.popFirst() {
    case "b": return "\u{8}"
    case "t": return "\t"
    case "n": return "\n"
    case "f": return "\u{c}"
    case "r": return "\r"
    case "\"": return "\""
    case "\\": return "\\"
    case "u": return try scalar(digits: 4)
    case "U": return try scalar(digits: 8)
    case let other: throw fault(.escape("\\" + (other.map(String.init) ?? "")))
    }
  }

  private mutating func scalar(digits: Int) throws(TOMLFault) -> Unicode.Scalar {
    let hex = String(rest.prefix(digits))
    guard hex.unicodeScalars.count == digits, hex.allSatisfy(\.isHexDigit),
      let scalar = UInt32(hex, radix: 16).flatMap(Unicode.Scalar.init)
    else { throw fault(.escape("\\" + (digits == 4 ? "u" : "U") + hex)) }
    rest.removeFirst(digits)
    return scalar
  }
}

extension Unicode.Scalar {
  /// What a name may consist of without quotes.
  fileprivate var isBareKey: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }

  /// Control characters other than the tab, which TOML takes only as escapes.
  fileprivate var isForbidden: Bool { (value < 32 && value != 9) || value == 127 }
}
