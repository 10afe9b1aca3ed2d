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
