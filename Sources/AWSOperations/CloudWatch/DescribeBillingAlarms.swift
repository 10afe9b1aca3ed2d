import Domain

/// Lists the alarms on what AWS estimates the bill to be.
///
/// CloudWatch has no filter for a metric's namespace, so every alarm of the region that bills is
/// read, and the others are left out here.
package struct DescribeBillingAlarms: PagedOperation {
  package typealias Item = BillingAlarm

  package static let service = Service.billingMetrics
  package static let name = "DescribeAlarms"
  package static let permission: Permission = "cloudwatch:DescribeAlarms"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(
      ["MaxRecords": "100", "NextToken": pageToken],
      lists: ["AlarmTypes": ["MetricAlarm"]]
    )
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let result = try result(of: answer)
    let alarms = try result.list("MetricAlarms", of: "member") { alarm throws(Undecodable) in
      try alarm.isOnCharges ? BillingAlarm(alarm) : nil
    }
    return Page(items: alarms.compactMap(\.self), nextToken: result.string("NextToken"))
  }
}

package struct BillingAlarm: Hashable, Sendable {
  package var arn: String
  package var name: String
  /// `OK`, `ALARM` or `INSUFFICIENT_DATA`.
  package var state: String
  /// As AWS writes it, such as `500.0`.
  package var threshold: String?
  /// False when nobody is told.
  package var isHeard: Bool

  package init(arn: String, name: String, state: String, isHeard: Bool) {
    self.arn = arn
    self.name = name
    self.state = state
    self.isHeard = isHeard
  }
}

extension BillingAlarm {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    let actions = try element.optionalList("AlarmActions", of: "member") { $0.text }
    self.init(
      arn: try element.requiredString("AlarmArn"),
      name: try element.requiredString("AlarmName"),
      state: try element.requiredString("StateValue"),
      isHeard: try element.bool("ActionsEnabled") ?? true && !actions.isEmpty
    )
    threshold = element.string("Threshold")
  }
}

extension XMLElement {
  /// The metric stands in the alarm itself, or in one of the queries of its formula.
  fileprivate var isOnCharges: Bool {
    get throws(Undecodable) {
      let queries = try optionalList("Metrics", of: "member") { query in
        query.child("MetricStat")?.child("Metric")
      }
      return ([self] + queries.compactMap(\.self)).contains { metric in
        metric.string("Namespace") == "AWS/Billing"
          && metric.string("MetricName") == "EstimatedCharges"
      }
    }
  }
}
