import AWSOperations
import Domain

/// What the flow logs of one region record of one VPC.
struct FlowLogCoverage {
  enum Verdict {
    case wholeVPC([FlowLog])
    /// Each subnet has its own, so a new subnet would have none.
    case everySubnet([FlowLog])
    case deliveryFailed([FlowLog])
    /// Subnets without a log; empty when only single interfaces have one.
    case partial(uncovered: [String])
    case nothing
  }

  let vpc: VPC
  let logs: [FlowLog]
  /// Of the region.
  let subnets: Fact<[Subnet]>
  /// True when an interface with a flow log can only be in this VPC: AWS does not say where it is.
  let isOnlyVPC: Bool

  /// Subnets are only asked for where some subnet has a log.
  func verdict() throws(Gap) -> Verdict {
    let own = logs.filter { $0.resourceID == vpc.id }
    let usable = own.filter(\.isUsable)
    if !usable.isEmpty { return .wholeVPC(usable) }
    let bySubnet = Dictionary(grouping: usableLogs(of: "subnet-"), by: \.resourceID)
    let subnetIDs =
      bySubnet.isEmpty ? [] : try subnets.get().filter { $0.vpcID == vpc.id }.map(\.id)
    let uncovered = subnetIDs.filter { bySubnet[$0] == nil }
    if !subnetIDs.isEmpty, uncovered.isEmpty {
      return .everySubnet(subnetIDs.flatMap { bySubnet[$0] ?? [] })
    }
    if !own.isEmpty { return .deliveryFailed(own) }
    if uncovered.count < subnetIDs.count { return .partial(uncovered: uncovered) }
    if isOnlyVPC, !usableLogs(of: "eni-").isEmpty { return .partial(uncovered: subnetIDs) }
    return .nothing
  }

  private func usableLogs(of kind: String) -> [FlowLog] {
    logs.filter { $0.resourceID.hasPrefix(kind) && $0.isUsable }
  }
}

extension FlowLog {
  /// A log that AWS throttles still delivers; a new one without traffic says nothing yet.
  package var isUsable: Bool {
    status == "ACTIVE" && (deliverStatus != "FAILED" || isRateLimited)
  }

  var isRateLimited: Bool {
    deliverStatus == "FAILED" && deliverError?.lowercased() == "rate limited"
  }

  /// The name of the log group, from whichever field holds it; `nil` for other destinations.
  package var logGroup: String? {
    guard destinationType ?? "cloud-watch-logs" == "cloud-watch-logs" else { return nil }
    if let logGroupName { return logGroupName }
    let fields = destinationFields
    return fields.count > 6 ? fields[6] : nil
  }

  func deliversElsewhere(than account: AccountID) -> Bool {
    let fields = destinationFields
    return crossAccountRole != nil || (fields.count > 4 && fields[4] != account.digits)
  }

  /// Of an ARN such as `arn:aws:logs:REGION:ACCOUNT:log-group:NAME`.
  private var destinationFields: [String] {
    (destination ?? "").split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  }
}
