import Domain

/// Counts what IAM holds, the access keys of the root user among it.
package struct GetAccountSummary: AWSOperation {
  package static let service = Service.iam
  package static let name = "GetAccountSummary"
  package static let permission: Permission = "iam:GetAccountSummary"

  package init() {}

  package func request() -> WireRequest {
    form()
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> AccountSummary {
    let entries = try result(of: answer).list("SummaryMap", of: "entry") {
      entry throws(Undecodable) in
      (try entry.requiredString("key"), try entry.requiredInt("value"))
    }
    return AccountSummary(counters: Dictionary(entries) { $1 })
  }
}

/// The `SummaryMap` of `GetAccountSummary`: counters by AWS's own names.
package struct AccountSummary: Hashable, Sendable {
  package var counters: [String: Int]

  package init(counters: [String: Int]) {
    self.counters = counters
  }
}
