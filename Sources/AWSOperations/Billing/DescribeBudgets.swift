import Domain

/// Lists the account's budgets with what was spent of them.
package struct DescribeBudgets: PagedOperation {
  package typealias Item = Budget

  package static let service = Service.budgets
  package static let name = "DescribeBudgets"
  package static let permission: Permission = "budgets:ViewBudget"

  let account: AccountID
  package var pageToken: String?

  package init(account: AccountID, pageToken: String? = nil) {
    self.account = account
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    json([
      "AccountId": .string(account.digits),
      "MaxResults": 100,
      "NextToken": pageToken.map(JSONValue.string),
    ])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    guard !JSONAnswer.isEmptyObject(answer) else { return Page(items: []) }
    let answer = try JSONAnswer.decode(Answer.self, from: answer)
    return Page(items: answer.budgets.map(\.budget), nextToken: answer.nextToken)
  }
}

/// A sum with its unit, in AWS's digits.
package struct Amount: Hashable, Sendable, Decodable {
  package var amount: String
  package var unit: String

  package init(_ amount: String, _ unit: String) {
    self.amount = amount
    self.unit = unit
  }

  /// For comparisons, never for reckoning.
  package var number: Double? { Double(amount) }
}

package struct Budget: Hashable, Sendable {
  package var name: String
  /// `COST`, `USAGE`, `RI_UTILIZATION` and others.
  package var type: String
  /// `MONTHLY`, `QUARTERLY`, `ANNUALLY`, `DAILY` or `CUSTOM`.
  package var timeUnit: String
  package var limit: Amount?
  package var actual: Amount?
  package var forecast: Amount?

  package init(name: String, type: String = "COST", timeUnit: String = "MONTHLY") {
    self.name = name
    self.type = type
    self.timeUnit = timeUnit
  }
}

private struct Answer: Decodable {
  let budgets: [Entry]
  let nextToken: String?

  struct Entry: Decodable {
    let budgetName: String
    let budgetType: String
    let timeUnit: String
    let budgetLimit: Amount?
    let calculatedSpend: Spend?

    struct Spend: Decodable {
      let actualSpend: Amount?
      let forecastedSpend: Amount?
    }

    var budget: Budget {
      var budget = Budget(name: budgetName, type: budgetType, timeUnit: timeUnit)
      budget.limit = budgetLimit
      budget.actual = calculatedSpend?.actualSpend
      budget.forecast = calculatedSpend?.forecastedSpend
      return budget
    }
  }
}
