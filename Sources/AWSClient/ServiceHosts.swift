import AWSOperations
import Domain

/// The host names of a service in a region, with and without the switches.
///
/// They follow the endpoint rules that come with AWS's SDKs, with which a test compares them.
struct ServiceHosts {
  let service: Service
  let region: Region

  private var partition: Partition { Partition(of: region) }

  var signingRegion: Region {
    switch service.scope {
    case .regional: region
    case .global: partition.homeOfGlobalServices
    }
  }

  func host(isFIPS: Bool, isDualStack: Bool) throws(NoEndpoint) -> String {
    if isDualStack, partition.dualStackSuffix == nil { throw without("dual-stack") }
    if isFIPS, isS3, partition == .china { throw without("FIPS") }
    if isS3 { return s3(isFIPS, isDualStack) }
    switch service.scope {
    case .global: return global(isFIPS, isDualStack)
    case .regional: return regional(isFIPS, isDualStack)
    }
  }

  private var isS3: Bool { service.signingName == "s3" }

  private func without(_ wanted: String) -> NoEndpoint {
    NoEndpoint(service: service, partition: partition, wanted: wanted)
  }

  private func s3(_ isFIPS: Bool, _ isDualStack: Bool) -> String {
    let name = service.endpointPrefix + (isFIPS ? "-fips" : "")
    return "\(name).\(isDualStack ? "dualstack." : "")\(region.name).\(partition.dnsSuffix)"
  }

  private func regional(_ isFIPS: Bool, _ isDualStack: Bool) -> String {
    if service == .signIn, !isFIPS, !isDualStack, let host = signInHost { return host }
    // Everything in GovCloud is validated, under the plain names.
    let isPlain = !isFIPS || (partition == .usGov && !isDualStack && service != .signIn)
    return
      "\(service.endpointPrefix)\(isPlain ? "" : "-fips").\(region.name).\(suffix(isDualStack))"
  }

  /// Of services with one endpoint for the whole partition.
  private func global(_ isFIPS: Bool, _ isDualStack: Bool) -> String {
    let name = service.endpointPrefix + (isFIPS && partition != .usGov ? "-fips" : "")
    let home = "\(partition.homeOfGlobalServices.name)."
    let place =
      switch partition {
      case .aws: isDualStack ? "global." : ""
      case .usGov: "us-gov."
      case .china where isDualStack && !isFIPS: "global."
      case .iso where !isDualStack, .isoB where !isDualStack: home
      case _ where isFIPS || isDualStack: ""
      default: home
      }
    return "\(name).\(place)\(suffix(isDualStack))"
  }

  private func suffix(_ isDualStack: Bool) -> String {
    isDualStack ? partition.dualStackSuffix ?? partition.dnsSuffix : partition.dnsSuffix
  }

  /// Signing in has the hosts of the console.
  private var signInHost: String? {
    switch partition {
    case .aws: "\(region.name).signin.aws.amazon.com"
    case .china: "\(region.name).signin.amazonaws.cn"
    case .usGov: "\(region.name).signin.amazonaws-us-gov.com"
    default: nil
    }
  }
}
