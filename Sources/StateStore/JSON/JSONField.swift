import Domain
import FoundationEssentials

/// A place in a document, and what stands there.
///
/// Whatever is not as it must be throws the name of its place.
struct JSONField {
  struct Misshapen: Error, Hashable {
    /// Such as `accounts.111122223333.rows.ASC 07.checkedAt`.
    let place: String
  }

  let value: JSON?
  let place: String

  init(_ value: JSON?, place: String = "") {
    self.value = value
    self.place = place
  }

  subscript(key: String) -> Self {
    let value: JSON? = if case .object(let members) = value { members[key] } else { nil }
    return Self(value, place: place.isEmpty ? key : "\(place).\(key)")
  }

  var isMissing: Bool { value == nil || value == .null }
  var misshapen: Misshapen { Misshapen(place: place) }

  func string() throws(Misshapen) -> String {
    guard case .string(let text) = value else { throw misshapen }
    return text
  }

  /// A text that is left out where there is none.
  func text() throws(Misshapen) -> String {
    isMissing ? "" : try string()
  }

  func int() throws(Misshapen) -> Int {
    guard case .number(let digits) = value, let number = Int(digits) else { throw misshapen }
    return number
  }

  func double() throws(Misshapen) -> Double {
    guard case .number(let digits) = value, let number = Double(digits), number.isFinite else {
      throw misshapen
    }
    return number
  }

  func date() throws(Misshapen) -> Date {
    guard let date = Timestamp.date(try string()) else { throw misshapen }
    return date
  }

  func row() throws(Misshapen) -> CheckID {
    try Self.row(named: try string(), at: self)
  }

  func elements() throws(Misshapen) -> [Self] {
    guard case .array(let elements) = value else { throw misshapen }
    return elements.enumerated().map { Self($1, place: "\(place).\($0)") }
  }

  /// None where the array is left out.
  func elementsIfAny() throws(Misshapen) -> [Self] {
    isMissing ? [] : try elements()
  }

  func members() throws(Misshapen) -> [(key: String, field: Self)] {
    guard case .object(let members) = value else { throw misshapen }
    return members.map { ($0, Self($1, place: "\(place).\($0)")) }
  }

  /// The members of an object whose keys are rows' numbers.
  func rows<Value>(
    _ read: (Self) throws(Misshapen) -> Value
  ) throws(Misshapen) -> [CheckID: Value] {
    var rows: [CheckID: Value] = [:]
    for (key, field) in try members() {
      rows[try Self.row(named: key, at: field)] = try read(field)
    }
    return rows
  }

  /// `nil` when nothing stands here.
  func optional<Value>(
    _ read: (Self) throws(Misshapen) -> Value
  ) throws(Misshapen) -> Value? {
    isMissing ? nil : try read(self)
  }

  /// Only the one way of writing a row's number: two keys must not mean the same row.
  private static func row(named name: String, at field: Self) throws(Misshapen) -> CheckID {
    guard let row = CheckID(name), row.description == name else { throw field.misshapen }
    return row
  }
}
