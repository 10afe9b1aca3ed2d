import TerminalUI

/// Which findings to show, and in which order: a job that may be too long for a key press.
package struct Arrangement: Equatable, Sendable {
  let findings: Findings
  let query: FilterQuery
  let scope: ListFilter.Scope
  let order: FindingOrder
  /// What is accepted asks nobody to act.
  var exceptions: RowExceptions = .none

  package static func == (one: Self, other: Self) -> Bool {
    one.findings === other.findings && one.query == other.query && one.scope == other.scope
      && one.order == other.order && one.exceptions === other.exceptions
  }

  /// All places in an order, kept because sorting costs far more than narrowing.
  package struct Sorted: Sendable {
    let findings: Findings
    let order: FindingOrder
    let places: [Int]
  }

  /// What came of it.
  package struct Outcome: Sendable {
    let arrangement: Arrangement
    let sorted: Sorted?
    /// Of the findings to show.
    let places: [Int]
  }

  /// More than this takes longer than a frame to sort.
  private static let sortedAtOnce = 20_000
  private static let matchedAtOnce = 2_000

  /// Whether it must not be done on the thread of the screen.
  func isLong(knowing sorted: Sorted?) -> Bool {
    let count = findings.records.count
    if query.hasPatterns, count > Self.matchedAtOnce { return true }
    if isExcepting, count > Self.matchedAtOnce { return true }
    return !order.isNatural && count > Self.sortedAtOnce && !isSorted(by: sorted)
  }

  /// `nil` once somebody does not want it any more.
  package func carriedOut(
    knowing known: Sorted? = nil,
    isStale: () -> Bool = { false }
  ) -> Outcome? {
    guard var matches = findings.places(passing: query, scope, isStale: isStale) else {
      return nil
    }
    if isExcepting {
      matches.removeAll { exceptions.covers(findings.records[$0]) }
    }
    guard !order.isNatural else {
      return Outcome(arrangement: self, sorted: nil, places: matches)
    }
    let all = isSorted(by: known) ? known?.places : order.places(of: findings, isStale: isStale)
    guard let all else { return nil }
    return Outcome(
      arrangement: self,
      sorted: Sorted(findings: findings, order: order, places: all),
      places: matches.count == all.count ? all : Self.chosen(matches, from: all)
    )
  }

  private var isExcepting: Bool { scope == .needsAction && !exceptions.isEmpty }

  private func isSorted(by sorted: Sorted?) -> Bool {
    sorted.map { $0.findings === findings && $0.order == order } ?? false
  }

  private static func chosen(_ matches: [Int], from all: [Int]) -> [Int] {
    var isMatch = Array(repeating: false, count: all.count)
    for place in matches { isMatch[place] = true }
    return all.filter { isMatch[$0] }
  }
}
