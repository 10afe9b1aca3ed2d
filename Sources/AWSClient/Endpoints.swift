import AWSOperations
import Domain

/// Where services listen, by partition and region or as configured by hand.
package struct Endpoints: Sendable {
  /// Of `--endpoint-url`; beats every other.
  package var chosen: EndpointURL?
  /// Of `AWS_ENDPOINT_URL_<NAME>`, by `Service.configurationName`.
  package var byService: [String: EndpointURL]
  /// Of `AWS_ENDPOINT_URL`.
  package var forAll: EndpointURL?

  package init(
    chosen: EndpointURL? = nil,
    byService: [String: EndpointURL] = [:],
    forAll: EndpointURL? = nil
  ) {
    self.chosen = chosen
    self.byService = byService
    self.forAll = forAll
  }

  /// `hostPrefix` stays out of an endpoint configured by hand: an account number before an IP
  /// address or a proxy's name leads nowhere.
  func endpoint(of service: Service, in region: Region, hostPrefix: String? = nil) -> Endpoint {
    let signingRegion = signingRegion(of: service, in: region)
    if let url = chosen ?? byService[service.configurationName] ?? forAll {
      return Endpoint(url: url, signingRegion: signingRegion)
    }
    let host = host(of: service, in: region)
    return Endpoint(
      url: EndpointURL(host: hostPrefix.map { "\($0).\(host)" } ?? host),
      signingRegion: signingRegion
    )
  }

  private func signingRegion(of service: Service, in region: Region) -> Region {
    let partition = Partition(of: region)
    return switch service.scope {
    case .regional: region
    case .global: service == .iam ? partition.homeOfGlobalServices : partition.homeOfBilling
    case .billing, .billingDualStack: partition.homeOfBilling
    }
  }

  private func host(of service: Service, in region: Region) -> String {
    let partition = Partition(of: region)
    let prefix = service.endpointPrefix
    let home = signingRegion(of: service, in: region).name
    switch (service.scope, partition) {
    case (.global, .aws): return "\(prefix).\(partition.dnsSuffix)"
    case (.global, .usGov): return "\(prefix).us-gov.\(partition.dnsSuffix)"
    case (.regional, _), (.global, _), (.billing, _):
      return "\(prefix).\(home).\(partition.dnsSuffix)"
    case (.billingDualStack, _): return "\(prefix).\(home).\(partition.dualStackDNSSuffix)"
    }
  }
}

/// Where one call goes and for which region it is signed.
struct Endpoint: Hashable, Sendable {
  let url: EndpointURL
  let signingRegion: Region
}

extension Partition {
  var dnsSuffix: String {
    switch self {
    case .aws, .usGov: "amazonaws.com"
    case .china: "amazonaws.com.cn"
    case .europeanSovereign: "amazonaws.eu"
    case .iso: "c2s.ic.gov"
    case .isoB: "sc2s.sgov.gov"
    case .isoE: "cloud.adc-e.uk"
    case .isoF: "csp.hci.ic.gov"
    }
  }

  /// Of endpoints that answer over IPv6 too.
  var dualStackDNSSuffix: String {
    switch self {
    case .aws, .usGov: "api.aws"
    case .china: "api.amazonwebservices.com.cn"
    case .europeanSovereign: "api.amazonwebservices.eu"
    case .iso, .isoB, .isoE, .isoF: dnsSuffix
    }
  }

  /// Where bills, budgets and CloudFront live.
  var homeOfBilling: Region {
    self == .china ? "cn-northwest-1" : homeOfGlobalServices
  }

  /// Where services with one endpoint for the whole partition, such as IAM, are signed for.
  var homeOfGlobalServices: Region {
    switch self {
    case .aws: "us-east-1"
    case .china: "cn-north-1"
    case .usGov: "us-gov-west-1"
    case .europeanSovereign: "eusc-de-east-1"
    case .iso: "us-iso-east-1"
    case .isoB: "us-isob-east-1"
    case .isoE: "eu-isoe-west-1"
    case .isoF: "us-isof-south-1"
    }
  }
}
