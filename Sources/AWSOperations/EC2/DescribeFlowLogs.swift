import Domain

/// Lists the flow logs of a region, of VPCs and of everything else that can have one.
///
/// Unfiltered: one list instead of one call for each VPC.
package struct DescribeFlowLogs: PagedOperation {
  package typealias Item = FlowLog

  package static let service = Service.ec2
  package static let name = "DescribeFlowLogs"
  package static let permission: Permission = "ec2:DescribeFlowLogs"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(["MaxResults": "1000", "NextToken": pageToken])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    try page(of: "flowLogSet", in: answer, FlowLog.init)
  }
}

package struct FlowLog: Hashable, Sendable {
  package var id: String
  /// Of a VPC, a subnet, a network interface or a transit gateway.
  package var resourceID: String
  /// `ACTIVE` is the only value AWS documents.
  package var status: String
  /// `SUCCESS` or `FAILED`; absent on a new log without traffic.
  package var deliverStatus: String?
  package var deliverError: String?
  /// `ACCEPT`, `REJECT` or `ALL`.
  package var trafficType: String?
  /// `cloud-watch-logs`, `s3` or `kinesis-data-firehose`.
  package var destinationType: String?
  /// An ARN.
  package var destination: String?
  package var logGroupName: String?
  package var crossAccountRole: String?

  package init(id: String, resourceID: String, status: String) {
    self.id = id
    self.resourceID = resourceID
    self.status = status
  }
}

extension FlowLog {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    self.init(
      id: try element.requiredString("flowLogId"),
      resourceID: try element.requiredString("resourceId"),
      status: try element.requiredString("flowLogStatus")
    )
    deliverStatus = element.string("deliverLogsStatus")
    deliverError = element.string("deliverLogsErrorMessage")
    trafficType = element.string("trafficType")
    destinationType = element.string("logDestinationType")
    destination = element.string("logDestination")
    logGroupName = element.string("logGroupName")
    crossAccountRole = element.string("deliverCrossAccountRole")
  }
}
