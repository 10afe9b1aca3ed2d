import AWSOperations
import Domain

/// The host names of services that live only where a partition is billed.
struct BillingHosts {
  let service: Service
  let partition: Partition
  let isFIPS: Bool
  let isDualStack: Bool

  var host: String {
    // Both are validated in GovCloud under their plain names.
    let isPlainInGov =
      service == .billingMetrics || (service == .organizations && !isDualStack)
    let isPlain = !isFIPS || (isPlainInGov && partition == .usGov)
    return "\(service.endpointPrefix)\(isPlain ? "" : "-fips").\(place)\(suffix)"
  }

  /// With its dot; some names have none, and not in every partition.
  private var place: String {
    let home = "\(partition.homeOfBilling.name)."
    switch (service, partition) {
    case (.budgets, .aws): return isDualStack && !isFIPS ? home : ""
    case (.budgets, .europeanSovereign): return isFIPS ? "" : home
    case (.cloudFront, .aws): return isDualStack ? "global." : ""
    case (.cloudFront, .china): return isDualStack ? "" : home
    case (.budgets, _), (.cloudFront, _): return ""
    default: return home
    }
  }

  private var suffix: String {
    let isNewer =
      isDualStack || service == .dataExports
      || (partition == .europeanSovereign && !isFIPS
        && [Service.budgets, .costExplorer].contains(service))
    return isNewer ? partition.dualStackSuffix ?? partition.dnsSuffix : partition.dnsSuffix
  }
}

extension Partition {
  /// Where bills, budgets and CloudFront live.
  var homeOfBilling: Region {
    self == .china ? "cn-northwest-1" : homeOfGlobalServices
  }
}
