import FoundationEssentials

/// Reading values out of elements.
///
/// What is missing is `nil` or, where the operation cannot do without it, thrown; what is there and
/// makes no sense is always thrown. Empty text counts as missing: emulators write an empty element
/// where AWS writes none.
extension XMLElement {
  func child(_ name: StaticString) -> XMLElement? {
    children.first { $0.isNamed(name) }
  }

  func children(_ name: StaticString) -> [XMLElement] {
    children.filter { $0.isNamed(name) }
  }

  func required(_ name: StaticString) throws(Undecodable) -> XMLElement {
    guard let child = child(name) else { throw Undecodable("\(self.name) without \(name)") }
    return child
  }

  func string(_ name: StaticString) -> String? {
    guard let text = child(name)?.text, !text.isEmpty else { return nil }
    return text
  }

  func int(_ name: StaticString) throws(Undecodable) -> Int? {
    try value(name, "a number") { Int($0) }
  }

  func bool(_ name: StaticString) throws(Undecodable) -> Bool? {
    try value(name, "a truth value") { Bool($0.lowercased()) }
  }

  func date(_ name: StaticString) throws(Undecodable) -> Date? {
    try value(name, "a time") { Date(iso8601: $0) }
  }

  func requiredString(_ name: StaticString) throws(Undecodable) -> String {
    try unwrap(string(name), name)
  }

  func requiredInt(_ name: StaticString) throws(Undecodable) -> Int {
    try unwrap(try int(name), name)
  }

  func requiredBool(_ name: StaticString) throws(Undecodable) -> Bool {
    try unwrap(try bool(name), name)
  }

  func requiredDate(_ name: StaticString) throws(Undecodable) -> Date {
    try unwrap(try date(name), name)
  }

  /// The entries of a list that must be there, be it empty.
  func list<Entry>(
    _ name: StaticString,
    of entry: StaticString,
    _ read: (XMLElement) throws(Undecodable) -> Entry
  ) throws(Undecodable) -> [Entry] {
    try required(name).entries(entry, read)
  }

  /// The entries of a list that AWS leaves out when it is empty.
  func optionalList<Entry>(
    _ name: StaticString,
    of entry: StaticString,
    _ read: (XMLElement) throws(Undecodable) -> Entry
  ) throws(Undecodable) -> [Entry] {
    try child(name)?.entries(entry, read) ?? []
  }

  /// What is read of all children, which must all have the one name.
  func entries<Entry>(
    _ name: StaticString,
    _ read: (XMLElement) throws(Undecodable) -> Entry
  ) throws(Undecodable) -> [Entry] {
    var entries: [Entry] = []
    for child in children {
      guard child.isNamed(name) else {
        throw Undecodable("\(self.name) holds \(child.name) instead of \(name)")
      }
      entries.append(try read(child))
    }
    return entries
  }

  private func value<Value>(
    _ name: StaticString,
    _ kind: String,
    _ read: (String) -> Value?
  ) throws(Undecodable) -> Value? {
    guard let text = string(name) else { return nil }
    guard let value = read(text) else { throw Undecodable("\(name) is not \(kind): \(text)") }
    return value
  }

  private func unwrap<Value>(_ value: Value?, _ name: StaticString) throws(Undecodable) -> Value {
    guard let value else { throw Undecodable("\(self.name) without \(name)") }
    return value
  }
}
