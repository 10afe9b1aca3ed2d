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

  /// Those that use validated cryptography (FIPS 140).
  package var isFIPS = false
  /// Those that answer over IPv6 too.
  package var isDualStack = false

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
  func endpoint(
    of service: Service,
    in region: Region,
    hostPrefix: String? = nil
  ) throws(NoEndpoint) -> Endpoint {
    let hosts = ServiceHosts(service: service, region: region)
    if let url = chosen ?? byService[service.configurationName] ?? forAll {
      return Endpoint(url: url, signingRegion: hosts.signingRegion)
    }
    let host = try hosts.host(isFIPS: isFIPS, isDualStack: isDualStack)
    return Endpoint(
      url: EndpointURL(host: hostPrefix.map { "\($0).\(host)" } ?? host),
      signingRegion: hosts.signingRegion
    )
  }
}

/// Where one call goes and for which region it is signed.
struct Endpoint: Hashable, Sendable {
  let url: EndpointURL
  let signingRegion: Region
}

/// A partition does not have what the switches ask for.
struct NoEndpoint: Error, Hashable, Sendable {
  let service: Service
  let partition: Partition
  let wanted: String

  var words: String {
    "\(service.endpointPrefix) has no \(wanted) endpoint in the partition \(partition.rawValue)"
  }
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

  /// Of endpoints that answer over IPv6 too; S3 has its own names for them.
  var dualStackSuffix: String? {
    switch self {
    case .aws, .usGov: "api.aws"
    case .china: "api.amazonwebservices.com.cn"
    case .europeanSovereign: "api.amazonwebservices.eu"
    case .iso: "api.aws.ic.gov"
    case .isoB: "api.aws.scloud"
    case .isoE, .isoF: nil
    }
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
