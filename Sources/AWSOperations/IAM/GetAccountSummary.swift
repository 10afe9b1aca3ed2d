/// The `SummaryMap` of `GetAccountSummary`: counters by AWS's own names.
package struct AccountSummary: Hashable, Sendable {
  package var counters: [String: Int]

  package init(counters: [String: Int]) {
    self.counters = counters
  }
}
