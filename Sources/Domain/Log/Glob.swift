/// A pattern for names: `*` stands for any run of characters, `?` for any one.
package struct Glob: Hashable, Sendable {
  package let text: String
  private let pattern: [Unicode.Scalar]

  package init(_ text: String) {
    self.text = text
    pattern = Array(text.unicodeScalars)
  }

  /// True for a pattern that says nothing: every name fits it.
  package var isAny: Bool { !pattern.isEmpty && pattern.allSatisfy { $0 == "*" } }

  package func matches(_ name: String) -> Bool {
    let name = Array(name.unicodeScalars)
    var (at, star) = (0, Int?.none)
    var (index, resume) = (0, 0)
    while index < name.count {
      if at < pattern.count, pattern[at] == "*" {
        (star, resume) = (at, index)
        at += 1
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == name[index] {
        at += 1
        index += 1
      } else if let star {
        resume += 1
        (at, index) = (star + 1, resume)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}
