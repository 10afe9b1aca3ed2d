import Domain

/// A JSON document as a tree that loses nothing, so that what this program does not know survives.
///
/// Numbers stay as they were written: a `Double` would change the digits of large ones.
enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  static func number(_ value: Int) -> Self {
    .number("\(value)")
  }

  /// Thousandths are kept; JSON has no word for infinity, which becomes 0.
  static func number(_ value: Double) -> Self {
    guard value.isFinite else { return .number(0) }
    let rounded = (value * 1000).rounded() / 1000
    return .number(rounded.isFinite ? "\(rounded)" : "\(value)")
  }

  /// The member of that name.
  ///
  /// Reads as an empty object when there is none; writing into it makes one.
  subscript(member key: String) -> JSON {
    get {
      if case .object(let members) = self { members[key] ?? .object([:]) } else { .object([:]) }
    }
    set { set(key, newValue) }
  }

  /// `nil` removes the member.
  mutating func set(_ key: String, _ value: JSON?) {
    var members: [String: JSON] = [:]
    if case .object(let present) = self { members = present }
    members[key] = value
    self = .object(members)
  }

  /// Overwrites the members that are named, removes those that are `nil`, keeps all others.
  mutating func merge(_ members: [String: JSON?]) {
    for (key, value) in members { set(key, value) }
  }

  /// The elements of the array of that name; none when there is no such array.
  subscript(elements key: String) -> [JSON] {
    get { if case .array(let elements) = self[member: key] { elements } else { [] } }
    set { set(key, .array(newValue)) }
  }
}
