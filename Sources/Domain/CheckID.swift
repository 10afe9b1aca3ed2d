/// The checklist's own number of a row, such as `ASC 02-01`.
///
/// State files and suppressions refer to it for ever.
package struct CheckID: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let major: Int
  private let minor: Int?

  /// Accepts what people type: `ASC 02-01`, `asc-02-01`, `02-01`, `2-1`, `asc2_1`.
  package init?(_ typed: some StringProtocol) {
    var rest = Substring(typed.lowercased().filter { !$0.isWhitespace })
    if rest.hasPrefix("asc") { rest = rest.dropFirst(3) }
    let parts = rest.split { "-_.".contains($0) }
    let numbers = parts.compactMap { part in
      part.utf8.count <= 3 && part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, (1...2).contains(numbers.count) else { return nil }
    major = numbers[0]
    minor = numbers.count == 2 ? numbers[1] : nil
  }

  /// The number alone, such as `02-01`.
  package var number: String {
    minor.map { "\(padded(major))-\(padded($0))" } ?? padded(major)
  }

  package var description: String { "ASC \(number)" }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.major, lhs.minor ?? 0) < (rhs.major, rhs.minor ?? 0)
  }

  private func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension CheckID: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    guard let id = Self(text) else { preconditionFailure("\(text) is not a row's number") }
    self = id
  }
}
