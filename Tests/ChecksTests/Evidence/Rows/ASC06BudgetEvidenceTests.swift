import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC06BudgetEvidenceTests {
  @Test func showsBudgetsAlarmsAndExports() {
    let evidence = Evidence.of("ASC 06") { inventory in
      inventory = .bare
      inventory.evidence.budgets = .known([
        budget("b", limit: "1000", actual: "612.34", forecast: "900", notifications: .known(2)),
        budget("a", limit: "10", actual: "25", forecast: "30", notifications: .unreadable(denied)),
      ])
      inventory.evidence.billingAlarms = .known([alarm("bill")])
      inventory.evidence.costReports = .known([CostReport(name: "monthly", bucket: "ours")])
    }
    #expect(
      evidence.rows() == [
        ["a", "monthly", "10 USD", "25 USD", "30 USD", "########## 250%", "?"],
        ["b", "monthly", "1000 USD", "612.34 USD", "900 USD", "######---- 61%", "2"],
      ]
    )
    #expect(evidence.rows(1) == [["bill", "500.0", "OK", "yes"]])
    #expect(evidence.rows(2) == [["monthly", "CUR", "ours", "-"]])
    #expect(evidence.flags.map(\.en) == ["budgets forecast to overrun (1): a"])
    #expect(evidence.summary.en == "budgets: 2, billing alarms: 1, exports: 1")
    #expect(evidence.tables.count == 3)
    #expect(
      evidence.json
        == #"{"billingAlarms":{"bill":""},"budgets":{"a":"","b":""},"#
        + #""deliveries":{"cur:monthly":""}}"#
    )
  }

  @Test(arguments: [
    (true, true, true), (true, false, false), (false, true, false), (false, false, false),
  ])
  func neitherBudgetNorAlarmIsFlagged(noBudget: Bool, noAlarm: Bool, isFlagged: Bool) {
    let evidence = Evidence.of("ASC 06") { inventory in
      inventory = .bare
      if !noBudget { inventory.evidence.budgets = .known([budget("a", notifications: .known(1))]) }
      if !noAlarm { inventory.evidence.billingAlarms = .known([alarm("bill")]) }
    }
    #expect(evidence.flags.contains { $0.en.contains("nothing watches") } == isFlagged)
  }

  @Test func aBudgetThatTellsNobodyIsFlagged() {
    let evidence = Evidence.of("ASC 06") { inventory in
      inventory = .bare
      inventory.evidence.budgets = .known([budget("silent", notifications: .known(0))])
    }
    #expect(evidence.flags.map(\.en) == ["budgets that notify nobody (1): silent"])
  }

  @Test func onlyTheLastOneOfItsKindIsMissed() {
    let difference = Inventory.difference(of: "ASC 06") { inventory in
      inventory = .bare
      inventory.evidence.budgets = .known([
        budget("a", limit: "1", notifications: .known(1)), budget("b", notifications: .known(1)),
      ])
      inventory.evidence.billingAlarms = .known([alarm("bill")])
      inventory.evidence.costReports = .known([CostReport(name: "monthly", bucket: "ours")])
    } _: { inventory in
      inventory = .bare
      inventory.evidence.budgets = .known([
        budget("a", limit: "2", actual: "5", notifications: .known(0))
      ])
    }
    #expect(
      difference.texts == [
        "*bill: yes > no (removed)", "*cur:monthly: yes > no (removed)", "b: yes > no (removed)",
      ]
    )
  }

  @Test(arguments: [("150", false), ("150.01", true), ("50", false)])
  func costsCountBeyondHalfMore(amount: String, isStale: Bool) {
    let difference = Inventory.difference(of: "ASC 06") { inventory in
      inventory.evidence.costs = .known([cost("2026-04", "100")])
    } _: { inventory in
      inventory.evidence.costs = .known([cost("2026-04", "100"), cost("2026-05", amount)])
    }
    #expect(difference.isStale == isStale)
  }

  @Test func costsThatWereNotAskedForAreNoGap() {
    let without = Evidence.of("ASC 06") { $0 = .bare }
    #expect(without.notVisible.isEmpty)
    let refused = Evidence.of("ASC 06") { inventory in
      inventory = .bare
      inventory.evidence.costs = .unreadable(denied)
    }
    #expect(refused.notVisible.count == 1)
    let difference = Inventory.difference(of: "ASC 06") { inventory in
      inventory = .bare
      inventory.evidence.costs = .known([cost("2026-04", "100")])
    } _: {
      $0 = .bare
    }
    #expect(difference.rows.isEmpty)
  }

  private func budget(
    _ name: String,
    limit: String? = nil,
    actual: String? = nil,
    forecast: String? = nil,
    notifications: Fact<Int>
  ) -> ObservedBudget {
    var budget = Budget(name: name)
    budget.limit = limit.map { Amount($0, "USD") }
    budget.actual = actual.map { Amount($0, "USD") }
    budget.forecast = forecast.map { Amount($0, "USD") }
    return ObservedBudget(budget, notifications: notifications)
  }

  private func alarm(_ name: String) -> BillingAlarm {
    var alarm = BillingAlarm(arn: "arn:\(name)", name: name, state: "OK", isHeard: true)
    alarm.threshold = "500.0"
    return alarm
  }

  private func cost(_ month: String, _ amount: String) -> MonthlyCost {
    MonthlyCost(month: month, service: "S3", cost: Amount(amount, "USD"))
  }
}
