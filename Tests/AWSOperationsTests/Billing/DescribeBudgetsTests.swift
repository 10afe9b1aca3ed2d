import AWSOperations
import Domain
import Testing

struct DescribeBudgetsTests {
  @Test func namesTheAccount() {
    let request = DescribeBudgets(account: "123456789012", pageToken: "t").request()
    #expect(request.text == #"{"AccountId":"123456789012","MaxResults":100,"NextToken":"t"}"#)
    #expect(
      request.headers.last == .init("x-amz-target", "AWSBudgetServiceGateway.DescribeBudgets")
    )
  }

  @Test func readsARecordedAnswer() throws {
    var expected = Budget(name: "monthly")
    expected.limit = Amount("1000", "USD")
    expected.actual = Amount("612.34", "USD")
    expected.forecast = Amount("1100.5", "USD")
    #expect(
      try DescribeBudgets.output(from: fixture("budgets.DescribeBudgets.json"))
        == Page(items: [expected])
    )
  }

  @Test func noBudgetsIsAnAnswer() throws {
    #expect(try DescribeBudgets.output(from: answer("{}")) == Page(items: []))
  }

  @Test func aBudgetWithoutANameThrows() {
    #expect(throws: Undecodable("budgets.Index 0 without budgetName")) {
      try DescribeBudgets.output(from: answer(#"{"Budgets":[{}]}"#))
    }
  }
}
