import AWSOperations
import Domain

/// ASC 06: what watches the bill, and where it can be read.
struct BudgetEvidence {
  private let evidenceFacts: EvidenceFacts
  private let budgets: [ObservedBudget]
  private let alarms: [BillingAlarm]
  private let deliveries: BillingDeliveries
  private let costs: CostTable?

  init(of inventory: Inventory) {
    evidenceFacts = inventory.evidence
    budgets = (evidenceFacts.budgets.known { $0 } ?? [])
      .sorted { $0.budget.name < $1.budget.name }
    alarms = (evidenceFacts.billingAlarms.known { $0 } ?? []).sorted { $0.name < $1.name }
    deliveries = BillingDeliveries(of: inventory)
    costs = evidenceFacts.costs.known { CostTable($0) }
  }

  var evidence: Evidence {
    var evidence = Evidence(summary: summary)
    if isUnwatched { evidence.flags.append(.unwatched) }
    evidence.addFlag(
      of: budgets.filter { $0.notifications == .known(0) }.map(\.budget.name),
      Text.silentBudgets
    )
    evidence.addFlag(
      of: budgets.filter { $0.budget.willOverrun }.map(\.budget.name),
      Text.overruns
    )
    evidence.flags += costs?.flags ?? []
    evidence.tables = [budgetTable, alarmTable, deliveryTable] + (costs.map { [$0.table] } ?? [])
    evidence.addNotVisible(gaps)
    evidence.material = material
    evidence.closedMonths = evidenceFacts.closedMonths
    return evidence
  }

  static let rules = [
    MaterialRule("budgets", Text(en: "budget", ja: "予算"), removed: .ofTheLast),
    MaterialRule(
      "billingAlarms",
      Text(en: "billing alarm", ja: "請求アラーム"),
      removed: .ofTheLast
    ),
    MaterialRule(
      "deliveries",
      Text(en: "delivery of billing data", ja: "請求データの配信"),
      removed: .ofTheLast
    ),
    MaterialRule(
      "monthTotal",
      Text(en: "total of the last whole month", ja: "前月の合計"),
      changed: .exceeds(1.5)
    ),
  ]

  /// The costs of a month that has ended do not move by themselves.
  private var material: MaterialFacts {
    var facts = MaterialFacts()
    facts.add("budgets", evidenceFacts.budgets) { .init(present: $0.map(\.budget.name)) }
    facts.add("billingAlarms", evidenceFacts.billingAlarms) { .init(present: $0.map(\.name)) }
    facts.add("deliveries", deliveries.facts) { .init(present: $0.keys) }
    facts.add("monthTotal", evidenceFacts.costs) { CostTable($0).lastTotals }
    return facts
  }

  private var gaps: [Gap] {
    let costGaps = evidenceFacts.costs.gaps.filter { $0.cause != .notCollected }
    return evidenceFacts.budgets.gaps + budgets.flatMap(\.notifications.gaps)
      + evidenceFacts.billingAlarms.gaps + deliveries.gaps + costGaps
  }

  /// Only known when both could be listed.
  private var isUnwatched: Bool {
    evidenceFacts.budgets.gap == nil && evidenceFacts.billingAlarms.gap == nil
      && budgets.isEmpty && alarms.isEmpty
  }

  private var summary: Text {
    let (budgetCount, alarmCount, exportCount) = (budgets.count, alarms.count, deliveries.all.count)
    return Text(
      en: "budgets: \(budgetCount), billing alarms: \(alarmCount), exports: \(exportCount)",
      ja: "予算\(budgetCount)件、請求アラーム\(alarmCount)件、配信\(exportCount)件"
    )
  }

  private var budgetTable: Evidence.Table {
    Evidence.Table(
      Text(en: "Budgets", ja: "予算"),
      columns: [
        Text(en: "budget", ja: "予算"), Text(en: "period", ja: "期間"),
        Text(en: "limit", ja: "上限"), Text(en: "actual", ja: "実績"),
        Text(en: "forecast", ja: "予測"), Text(en: "spent", ja: "消化"),
        Text(en: "notifications", ja: "通知"),
      ],
      rows: budgets.map { observed in
        let budget = observed.budget
        return Evidence.Table.Row(
          [
            Text(verbatim: budget.name), Text(verbatim: budget.timeUnit.lowercased()),
            budget.limit.words, budget.actual.words, budget.forecast.words,
            Text(verbatim: budget.bar ?? "-"),
            observed.notifications.known { Text(verbatim: "\($0)") } ?? .notKnown,
          ],
          isFlagged: budget.willOverrun || observed.notifications == .known(0)
        )
      }
    )
  }

  private var alarmTable: Evidence.Table {
    Evidence.Table(
      Text(en: "Billing alarms", ja: "請求アラーム"),
      columns: [
        Text(en: "alarm", ja: "アラーム"), Text(en: "threshold", ja: "しきい値"),
        Text(en: "state", ja: "状態"), Text(en: "tells somebody", ja: "通知先"),
      ],
      rows: alarms.map { alarm in
        Evidence.Table.Row([
          Text(verbatim: alarm.name), Text(verbatim: alarm.threshold ?? "-"),
          Text(verbatim: alarm.state), alarm.isHeard ? .yes : .no,
        ])
      }
    )
  }

  private var deliveryTable: Evidence.Table {
    Evidence.Table(
      Text(en: "Exports of billing data", ja: "請求データの配信"),
      columns: [
        Text(en: "export", ja: "名前"), Text(en: "kind", ja: "種類"),
        Text(en: "bucket", ja: "バケット"), Text(en: "last delivery", ja: "最後の配信"),
      ],
      rows: deliveries.all.map { delivery in
        Evidence.Table.Row([
          Text(verbatim: delivery.name), delivery.kind.words,
          Text(verbatim: delivery.bucket ?? "?"), Text(verbatim: delivery.lastDelivery ?? "-"),
        ])
      }
    )
  }
}

extension Amount? {
  fileprivate var words: Text {
    Text(verbatim: map { "\($0.amount) \($0.unit)" } ?? "-")
  }
}

extension Budget {
  fileprivate var willOverrun: Bool {
    guard let limit = limit?.number, let forecast = forecast?.number else { return false }
    return forecast > limit
  }

  /// Ten cells for the whole limit, such as `######---- 61%`.
  fileprivate var bar: String? {
    guard let limit = limit?.number, limit > 0, let actual = actual?.number, actual >= 0 else {
      return nil
    }
    let share = min(actual / limit, 99.99)
    let full = min(Int((share * 10).rounded(.down)), 10)
    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: 10 - full)
    return "\(bar) \(Int((share * 100).rounded(.down)))%"
  }
}

extension Text {
  fileprivate static let unwatched = Text(
    en: "nothing watches the bill: there is neither a budget nor a billing alarm",
    ja: "予算も請求アラームもなく、請求額が監視されていません"
  )

  fileprivate static func silentBudgets(_ list: String, _ count: Int) -> Self {
    Text(
      en: "budgets that notify nobody (\(count)): \(list)",
      ja: "通知先のない予算が\(count)件あります: \(list)"
    )
  }

  fileprivate static func overruns(_ list: String, _ count: Int) -> Self {
    Text(
      en: "budgets forecast to overrun (\(count)): \(list)",
      ja: "上限を超える見込みの予算が\(count)件あります: \(list)"
    )
  }
}
