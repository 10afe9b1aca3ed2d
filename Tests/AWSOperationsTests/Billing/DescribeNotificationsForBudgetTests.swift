import AWSOperations
import Domain
import Testing

struct DescribeNotificationsForBudgetTests {
  @Test func namesTheBudget() {
    #expect(
      DescribeNotificationsForBudget(account: "123456789012", budget: "月額").request().text
        == #"{"AccountId":"123456789012","BudgetName":"月額"}"#
    )
  }

  @Test func countsThoseOfARecordedAnswer() throws {
    let answer = try fixture("budgets.DescribeNotificationsForBudget.json")
    #expect(try DescribeNotificationsForBudget.output(from: answer) == 1)
  }

  @Test func noNotificationsIsAnAnswer() throws {
    #expect(try DescribeNotificationsForBudget.output(from: answer("{}")) == 0)
    #expect(DescribeNotificationsForBudget.output(forErrorCode: "NotFoundException") == 0)
    #expect(DescribeNotificationsForBudget.output(forErrorCode: "AccessDeniedException") == nil)
  }

  @Test func anAnswerOfAnotherShapeThrows() {
    #expect(throws: Undecodable("notifications.Index 0 is not Dictionary<String, Any>")) {
      try DescribeNotificationsForBudget.output(from: answer(#"{"Notifications":[1]}"#))
    }
  }
}
