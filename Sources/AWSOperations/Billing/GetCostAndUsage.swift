import Domain

/// Asks what each service cost in each month of a period.
///
/// AWS charges for every page of the answer: it is only ever sent when a person has agreed to the
/// price.
package struct GetCostAndUsage: PagedOperation, PaidOperation {
  package typealias Item = CostPeriod

  package static let service = Service.costExplorer
  package static let name = "GetCostAndUsage"
  package static let permission: Permission = "ce:GetCostAndUsage"
  package static let price = Price(dollars: "0.01")

  /// The first days of months, such as `2026-03-01`; the last is not included.
  package let start: String
  package let end: String
  package var pageToken: String?

  package init(start: String, end: String, pageToken: String? = nil) {
    self.start = start
    self.end = end
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    json([
      "TimePeriod": .object(["Start": .string(start), "End": .string(end)]),
      "Granularity": .string("MONTHLY"),
      "Metrics": .strings(["UnblendedCost"]),
      "GroupBy": .list([.object(["Type": .string("DIMENSION"), "Key": .string("SERVICE")])]),
      "NextPageToken": pageToken.map(JSONValue.string),
    ])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let answer = try JSONAnswer.decode(Answer.self, from: answer)
    var periods: [CostPeriod] = []
    for result in answer.resultsByTime {
      let month = String(result.timePeriod.start.prefix(7))
      var costs: [MonthlyCost] = []
      for group in result.groups {
        guard let service = group.keys.first else {
          throw Undecodable("resultsByTime.groups without a key")
        }
        costs.append(
          MonthlyCost(month: month, service: service, cost: group.metrics.unblendedCost)
        )
      }
      periods.append(CostPeriod(month: month, isFinal: result.estimated == false, costs: costs))
    }
    return Page(items: periods, nextToken: answer.nextPageToken)
  }
}

/// What one page says of a month; the services of a month may go on on the next page.
package struct CostPeriod: Hashable, Sendable {
  /// Such as `2026-05`.
  package var month: String
  /// False while AWS still estimates.
  package var isFinal: Bool
  package var costs: [MonthlyCost]

  package init(month: String, isFinal: Bool, costs: [MonthlyCost]) {
    self.month = month
    self.isFinal = isFinal
    self.costs = costs
  }
}

/// What one service cost in one month.
package struct MonthlyCost: Hashable, Sendable {
  /// Such as `2026-05`.
  package var month: String
  package var service: String
  package var cost: Amount

  package init(month: String, service: String, cost: Amount) {
    self.month = month
    self.service = service
    self.cost = cost
  }
}

private struct Answer: Decodable {
  let resultsByTime: [Month]
  let nextPageToken: String?

  struct Month: Decodable {
    let timePeriod: Period
    let groups: [Group]
    let estimated: Bool?
  }

  struct Period: Decodable {
    let start: String
  }

  struct Group: Decodable {
    let keys: [String]
    let metrics: Metrics
  }

  struct Metrics: Decodable {
    let unblendedCost: Amount
  }
}
