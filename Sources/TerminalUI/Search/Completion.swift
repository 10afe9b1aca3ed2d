/// Completing the last word of a query: the name of a field, then its value.
///
/// Asking again goes through the candidates in order.
package struct Completion: Equatable, Sendable {
  private let head: String
  private let candidates: [String]
  private var index = 0

  /// `nil` when nothing begins as the query ends.
  package init?(of query: String, fields: [String], values: (String) -> [String]) {
    let start = query.lastIndex(of: " ").map { query.index(after: $0) } ?? query.startIndex
    var word = query[start...]
    if word.first == "!" { word.removeFirst() }
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let field = fields.first(where: { FoldedText(String(parts[0])) == $0 }) {
      let value = parts[1].drop { $0 == "\"" }
      head = String(query[..<word.startIndex]) + field + ":"
      candidates = Self.begun(by: value, among: values(field)).map { value in
        value.contains(" ") ? "\"\(value)\" " : value + " "
      }
    } else {
      head = String(query[..<word.startIndex])
      candidates = Self.begun(by: word, among: fields).map { $0 + ":" }
    }
    if candidates.isEmpty { return nil }
  }

  /// The whole query with the candidate in place of what was begun.
  package var text: String { head + candidates[index] }

  /// Such as `2/5`; `nil` when there is no choice.
  package var place: String? {
    candidates.count > 1 ? "\(index + 1)/\(candidates.count)" : nil
  }

  package mutating func advance() {
    index = (index + 1) % candidates.count
  }

  private static func begun(by typed: Substring, among words: [String]) -> [String] {
    let begin = FoldedText(String(typed)).bytes
    return words.filter { FoldedText($0).bytes.starts(with: begin) }
  }
}

extension FoldedText {
  fileprivate static func == (text: Self, word: String) -> Bool {
    text == FoldedText(word)
  }
}
