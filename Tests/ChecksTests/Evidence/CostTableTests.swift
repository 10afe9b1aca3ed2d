import AWSOperations
import Domain
import Testing

@testable import Checks

struct CostTableTests {
  @Test func comparesTheLastMonthWithTheOneBefore() {
    let table = CostTable([
      cost("2026-03", "S3", "10"), cost("2026-04", "S3", "10.004"), cost("2026-05", "S3", "16"),
      cost("2026-04", "EC2", "100"), cost("2026-05", "EC2", "90"),
      cost("2026-05", "Lambda", "0.5"),
    ])
    #expect(
      table.table.rows.map { $0.cells.map(\.en) } == [
        ["S3", "10.00 USD", "10.00 USD", "16.00 USD", "+60%"],
        ["Lambda", "0.00 USD", "0.00 USD", "0.50 USD", "-"],
        ["EC2", "0.00 USD", "100.00 USD", "90.00 USD", "-10%"],
      ]
    )
    #expect(
      table.flags.map(\.en) == [
        "services new in the last month (1): Lambda",
        "services over 50% dearer than in the month before (1): S3",
      ]
    )
    #expect(table.lastTotals == ["USD": "106.50"])
  }

  @Test func oneMonthAloneFlagsNothing() {
    let table = CostTable([cost("2026-05", "S3", "16")])
    #expect(table.flags.isEmpty)
    #expect(table.table.rows.map(\.isFlagged) == [false])
  }

  @Test func aHalfMoreIsNotOverHalfMore() {
    #expect(CostTable([cost("2026-04", "S3", "10"), cost("2026-05", "S3", "15")]).flags.isEmpty)
  }

  @Test func creditsAreNegative() {
    #expect(CostTable([cost("2026-05", "Credit", "-12.345")]).lastTotals == ["USD": "-12.35"])
  }

  @Test func noCostsHaveNoTotal() {
    #expect(CostTable([]).lastTotals.isEmpty)
    #expect(CostTable([]).table.rows.isEmpty)
  }

  private func cost(_ month: String, _ service: String, _ amount: String) -> MonthlyCost {
    MonthlyCost(month: month, service: service, cost: Amount(amount, "USD"))
  }
}
