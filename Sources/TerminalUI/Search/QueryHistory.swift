/// The queries that were typed last, for a prompt to go back to.
package struct QueryHistory: Equatable, Sendable {
  static let most = 20

  /// Newest first, none of them twice.
  package private(set) var queries: [String] = []
  /// How far back somebody has gone, and what stood in the prompt before that.
  private var place = 0
  private var draft = ""

  package init(_ queries: [String] = []) {
    self.queries = Array(queries.prefix(Self.most))
  }

  package mutating func remember(_ query: String) {
    place = 0
    guard query.contains(where: { $0 != " " }) else { return }
    queries.removeAll { $0 == query }
    queries.insert(query, at: 0)
    queries = Array(queries.prefix(Self.most))
  }

  /// The query before; `nil` at the oldest.
  package mutating func older(than text: String) -> String? {
    if place == 0 { draft = text }
    guard place < queries.count else { return nil }
    place += 1
    // What stands there already need not be offered.
    if queries[place - 1] == text { return older(than: text) }
    return queries[place - 1]
  }

  /// The query after, and at last what stood there before; `nil` when nobody has gone back.
  package mutating func newer() -> String? {
    guard place > 0 else { return nil }
    place -= 1
    return place == 0 ? draft : queries[place - 1]
  }

  /// Begins again at the newest.
  package mutating func rewind() {
    place = 0
  }
}
