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
  /// On record from earlier scans.
  let closedMonths: [ClosedMonth]
  private let memo = Memo<String, Deliveries>()

  init(reader: Reader, now: Date, buckets: BucketCollector, closedMonths: [ClosedMonth]) {
    self.reader = reader
    self.now = now
    bucketCollector = buckets
    self.closedMonths = closedMonths
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
    let costs = closedMonths.isComplete(at: now) ? known : nil
    return { [closedMonths] inventory in
      inventory.take(deliveries.reports, deliveries.exports)
      inventory.evidence.budgets = budgets
      inventory.evidence.billingAlarms = billingAlarms
      // What was paid for now says the same and more, whichever of the two is there first.
      if inventory.evidence.closedMonths.isEmpty { inventory.evidence.closedMonths = closedMonths }
      if let costs, inventory.evidence.costs.value == nil {
        inventory.evidence.costs = .known(costs)
      }
    }
  }

  /// Costs money: collected for no scan, only when a person agreed to the price, and only for
  /// months that are not closed and on record.
  func costs() async -> Contribution {
    guard let call = GetCostAndUsage(at: now, knowing: closedMonths) else {
      let known = known
      return { $0.evidence.costs = .known(known) }
    }
    switch await reader.readAll(call, in: reader.homeRegion) {
    case .unreadable(let gap): return { $0.evidence.costs = .unreadable(gap) }
    case .known(let periods):
      let (known, fresh) = (known, periods.flatMap(\.costs))
      let earlier = known.filter { $0.month < call.firstMonth }
      let closed = closedMonths.filter { $0.month < call.firstMonth } + periods.closed
      return { inventory in
        inventory.evidence.costs = .known(earlier + fresh)
        inventory.evidence.closedMonths = closed
      }
    }
  }

  /// Of the last three whole months, as far as they are closed and on record.
  private var known: [MonthlyCost] {
    let months = Set(ClosedMonth.months(at: now))
    return closedMonths.filter { months.contains($0.month) }.flatMap { month in
      month.costs.map { cost in
        MonthlyCost(
          month: month.month,
          service: cost.service,
          cost: Amount(cost.amount, cost.unit)
        )
      }
    }
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
  /// From the first of the last three whole months that is not on record; `nil` where none is left.
  init?(at now: Date, knowing closed: [ClosedMonth]) {
    let months = ClosedMonth.months(at: now)
    let known = Set(closed.map(\.month))
    guard let first = months.dropLast().first(where: { !known.contains($0) }),
      let end = months.last
    else { return nil }
    self.init(start: "\(first)-01", end: "\(end)-01")
  }

  fileprivate var firstMonth: String { String(start.prefix(7)) }
}

extension [CostPeriod] {
  /// Months that every page calls final.
  fileprivate var closed: [ClosedMonth] {
    Dictionary(grouping: self, by: \.month).sorted { $0.key < $1.key }
      .filter { $0.value.allSatisfy(\.isFinal) }
      .map { month, periods in
        ClosedMonth(
          month,
          periods.flatMap(\.costs).map { cost in
            .init(service: cost.service, amount: cost.cost.amount, unit: cost.cost.unit)
          }
        )
      }
  }
}
