import AWSClient
import Domain
import FoundationEssentials

/// A request as the far end of the wire understands it.
struct Call {
  /// The first label of the endpoint, such as `ec2` or `s3-control`.
  let service: String
  let region: String
  let method: String
  /// AWS's name of the call.
  let operation: String
  /// By the names they have on the wire; of a REST call also `bucket` and `name`, from the path.
  let parameters: [String: String]
  /// `nil` when the request is not signed.
  let scope: CredentialScope?

  /// What the far end does not understand, in English.
  struct Misunderstood: Error {
    let detail: String
  }

  init(_ request: HTTPRequest) throws(Misunderstood) {
    let target = try Target(url: request.url)
    let route = try Route(request, to: target)
    service = target.service
    region = target.region
    method = request.method
    operation = route.operation
    parameters = route.parameters
    scope = request.header("authorization").flatMap(CredentialScope.init)
  }

  var dialect: Dialect { Dialect(service: service) }
}

/// How a service is spoken to.
enum Dialect {
  case ec2
  case json
  case query
  case s3
  case s3Control
  case cloudFront

  init(service: String) {
    self =
      switch service {
      case "ec2": .ec2
      case "cloudtrail", "logs", "budgets", "ce", "cur", "bcm-data-exports": .json
      case "cloudfront": .cloudFront
      case "s3": .s3
      case "s3-control": .s3Control
      default: .query
      }
  }
}

/// Whom a URL addresses.
///
/// `ec2.eu-west-1.amazonaws.com`, `iam.amazonaws.com`, or with the account before it
/// `123456789012.s3-control.us-east-1.amazonaws.com`.
struct Target {
  let service: String
  let region: String
  let url: URLComponents

  init(url text: String) throws(Call.Misunderstood) {
    guard let url = URLComponents(string: text), let host = url.host,
      let suffix = Self.suffixes.first(where: host.hasSuffix)
    else { throw Call.Misunderstood(detail: "\(text) is not an endpoint of AWS") }
    var labels = host.dropLast(suffix.count).split(separator: ".").map(String.init)
    if labels.first == DemoAccount.account.digits { labels.removeFirst() }
    guard (1...2).contains(labels.count) else {
      throw Call.Misunderstood(detail: "\(host) names no service")
    }
    self.url = url
    service = labels[0]
    region = labels.count == 2 ? labels[1] : "us-east-1"
  }

  /// Newer services have names under the second.
  private static let suffixes = [".amazonaws.com", ".api.aws"]
}

/// What a signature is good for, as the `Authorization` header says.
struct CredentialScope: Equatable {
  let region: String
  let service: String

  init(region: String, service: String) {
    self.region = region
    self.service = service
  }

  /// `nil` unless the header has every part of Signature Version 4.
  init?(_ authorization: String) {
    let form =
      #/
      AWS4-HMAC-SHA256\ Credential=[^/]+/\d{8}/(?<region>[^/]+)/(?<service>[^/]+)/aws4_request,
      \ ?SignedHeaders=[^,]+,\ ?Signature=[0-9a-f]{64}
      /#
    guard let match = authorization.wholeMatch(of: form) else { return nil }
    self.init(region: String(match.region), service: String(match.service))
  }
}

extension HTTPRequest {
  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name }?.value
  }
}
