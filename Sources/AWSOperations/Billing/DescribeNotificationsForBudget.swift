import Domain

/// Counts the notifications that one budget sends.
package struct DescribeNotificationsForBudget: AWSOperation {
  package static let service = Service.budgets
  package static let name = "DescribeNotificationsForBudget"
  package static let permission: Permission = "budgets:ViewBudget"

  let account: AccountID
  let budget: String

  package init(account: AccountID, budget: String) {
    self.account = account
    self.budget = budget
  }

  package func request() -> WireRequest {
    json(["AccountId": .string(account.digits), "BudgetName": .string(budget)])
  }

  /// A budget has ten at most, which is less than a page.
  package static func output(from answer: WireAnswer) throws(Undecodable) -> Int {
    guard !JSONAnswer.isEmptyObject(answer) else { return 0 }
    return try JSONAnswer.decode(Answer.self, from: answer).notifications.count
  }

  /// How Budgets says that there are none.
  package static func output(forErrorCode code: String) -> Int? {
    code == "NotFoundException" ? 0 : nil
  }
}

private struct Answer: Decodable {
  let notifications: [JSONObject]
}
