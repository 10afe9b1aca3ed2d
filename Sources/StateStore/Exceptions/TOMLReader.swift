/// Reads the part of TOML that a file of exceptions is written in.
///
/// Tables and arrays of tables with bare names; keys with a string in one line, basic or literal, a
/// whole number, a date, or an instant in UTC; comments. Everything else that TOML has is refused
/// by name, so that nothing is ever read as something it is not.
struct TOMLReader {
  enum Value: Hashable {
    case string(String)
    case integer(Int)
    /// A day, such as `2026-09-30`.
    case date(String)
    /// Such as `2026-09-30T15:00:00Z`.
    case instant(String)

    /// As it stands in the file, without quotes.
    var text: String {
      switch self {
      case .string(let text), .date(let text), .instant(let text): text
      case .integer(let number): String(number)
      }
    }
  }

  struct Entry: Hashable {
    let value: Value
    let line: Int
  }

  /// What stands below one heading; the first has no name and no heading.
  struct Table {
    let name: String
    /// Whether the heading has two brackets.
    let isElement: Bool
    let line: Int
    var entries: [String: Entry] = [:]
  }

  private(set) var tables = [Table(name: "", isElement: false, line: 1)]

  /// Throws the first line that it cannot take.
  init(_ text: String) throws(TOMLFault) {
    // By scalars: a carriage return and a line feed are one character to Swift.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      var scanner = TOMLLine(line.last == "\r" ? line.dropLast() : line, number: index + 1)
      try read(&scanner)
    }
  }

  private mutating func read(_ line: inout TOMLLine) throws(TOMLFault) {
    line.skipBlanks()
    if line.isAtEnd { return }
    if let (name, isElement) = try line.heading() {
      tables.append(Table(name: name, isElement: isElement, line: line.number))
    } else {
      let key = try line.key()
      let entry = Entry(value: try line.value(), line: line.number)
      guard tables[tables.count - 1].entries.updateValue(entry, forKey: key) == nil else {
        throw line.fault(.doubleKey(key))
      }
    }
    try line.expectEnd()
  }
}

/// A line that is none of what is read here.
struct TOMLFault: Error, Hashable {
  enum Kind: Hashable {
    case notUnderstood
    case noValue(String)
    case doubleKey(String)
    case unendedString
    case severalLines
    case escape(String)
    case control
    case notADate(String)
    case list
    case number(String)
    case afterwards
  }

  let line: Int
  let kind: Kind
}
