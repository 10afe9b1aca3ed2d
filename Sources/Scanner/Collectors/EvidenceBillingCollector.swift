import AWSOperations
import Checks
import Domain
import FoundationEssentials

/// The bill: where its data go, what watches it and, only when asked for, what it says.
struct EvidenceBillingCollector: Sendable {
  private struct Deliveries: Sendable {
    let reports: Fact<[CostReport]>
    let exports: Fact<[DataExport]>
  }

  let reader: Reader
  let now: Date
  let bucketCollector: BucketCollector
  private let memo = Memo<String, Deliveries>()

  init(reader: Reader, now: Date, buckets: BucketCollector) {
    self.reader = reader
    self.now = now
    bucketCollector = buckets
  }

  /// Where billing data go, and whether those buckets are public.
  func buckets(_ progress: ProgressReport) async -> Contribution {
    let deliveries = await deliveries()
    let targets = (deliveries.exports.value ?? []).compactMap { $0.destination.value?.bucket }
    let names = Set((deliveries.reports.value ?? []).map(\.bucket) + targets)
    let publicness = await bucketCollector.publicness(of: names, progress) {
      $0.evidence.foreignBuckets = $1
    }
    return { inventory in
      inventory.take(deliveries.reports, deliveries.exports)
      publicness(&inventory)
    }
  }

  /// What watches the bill.
  func budgets() async -> Contribution {
    async let delivered = deliveries()
    async let alarms = reader.readAll(DescribeBillingAlarms(), in: reader.homeRegion)
    let budgets = await observedBudgets()
    let (deliveries, billingAlarms) = (await delivered, await alarms)
    return { inventory in
      inventory.take(deliveries.reports, deliveries.exports)
      inventory.evidence.budgets = budgets
      inventory.evidence.billingAlarms = billingAlarms
    }
  }

  /// Costs money: collected for no scan, only when a person agreed to the price.
  func costs() async -> Contribution {
    let call = GetCostAndUsage(wholeMonthsBefore: now)
    let costs = await reader.readAll(call, in: reader.homeRegion)
    return { $0.evidence.costs = costs }
  }

  private func deliveries() async -> Deliveries {
    await memo.value(for: "deliveries") {
      async let reports = reader.readAll(DescribeReportDefinitions(), in: reader.homeRegion)
      async let exports = dataExports()
      return Deliveries(reports: await reports, exports: await exports)
    }
  }

  private func dataExports() async -> Fact<[DataExport]> {
    switch await reader.readAll(ListExports(), in: reader.homeRegion) {
    case .unreadable(let gap): .unreadable(gap)
    case .known(let listed):
      .known(
        await listed.concurrentMap(window: Reader.window) { export in
          let call = GetExport(arn: export.arn)
          return DataExport(export, destination: await reader.read(call, in: reader.homeRegion))
        }
      )
    }
  }

  private func observedBudgets() async -> Fact<[ObservedBudget]> {
    let account = reader.identity.account
    switch await reader.readAll(DescribeBudgets(account: account), in: reader.homeRegion) {
    case .unreadable(let gap): return .unreadable(gap)
    case .known(let budgets):
      return .known(
        await budgets.concurrentMap(window: Reader.window) { budget in
          let call = DescribeNotificationsForBudget(account: account, budget: budget.name)
          return ObservedBudget(
            budget,
            notifications: await reader.read(call, in: reader.homeRegion)
          )
        }
      )
    }
  }
}

extension Inventory {
  /// Two collectors bring the same.
  fileprivate mutating func take(
    _ reports: Fact<[CostReport]>,
    _ exports: Fact<[DataExport]>
  ) {
    evidence.costReports = reports
    evidence.dataExports = exports
  }
}

extension GetCostAndUsage {
  /// The last three whole months, in UTC as bills are.
  init(wholeMonthsBefore now: Date) {
    let parts = Timestamp.text(now).split(separator: "-").compactMap { Int($0) }
    let months = parts[0] * 12 + parts[1] - 1
    self.init(start: Self.firstDay(of: months - 3), end: Self.firstDay(of: months))
  }

  /// Of a month counted from the year zero.
  private static func firstDay(of months: Int) -> String {
    let (year, month) = months.quotientAndRemainder(dividingBy: 12)
    return "\(year)-\(month < 9 ? "0" : "")\(month + 1)-01"
  }
}
