import AWSClient
import FoundationEssentials

/// Which operation a request asks for, with what: each dialect says it elsewhere.
struct Route {
  let operation: String
  var parameters: [String: String] = [:]
}

extension Route {
  init(_ request: HTTPRequest, to target: Target) throws(Call.Misunderstood) {
    self =
      switch Dialect(service: target.service) {
      case .ec2, .query: try .form(request.body)
      case .json: try .json(request)
      case .s3: try .s3(method: request.method, target.url)
      case .s3Control: try .s3Control(method: request.method, target.url)
      case .cloudFront: try .cloudFront(method: request.method, target.url)
      }
  }

  /// Query and EC2: a form with its `Action`.
  private static func form(_ body: [UInt8]) throws(Call.Misunderstood) -> Self {
    let text = String(decoding: body, as: UTF8.self).replacing("+", with: "%20")
    let fields = URLComponents(string: "https://form/?\(text)")?.fields ?? [:]
    guard let action = fields["Action"] else {
      throw Call.Misunderstood(detail: "the form has no Action")
    }
    return Self(operation: action, parameters: fields)
  }

  /// JSON 1.1: the operation ends the `X-Amz-Target`.
  private static func json(_ request: HTTPRequest) throws(Call.Misunderstood) -> Self {
    guard let operation = request.header("x-amz-target")?.split(separator: ".").last else {
      throw Call.Misunderstood(detail: "there is no X-Amz-Target")
    }
    do {
      let members = try JSONDecoder().decode(Members.self, from: Data(request.body))
      return Self(operation: String(operation), parameters: members.named)
    } catch {
      throw Call.Misunderstood(detail: "the body is not the JSON of \(operation): \(error)")
    }
  }

  /// S3: the operation is the method and the sub-resource.
  private static func s3(method: String, _ url: URLComponents) throws(Call.Misunderstood) -> Self {
    let path = url.path.split(separator: "/").map(String.init)
    guard let bucket = path.first else {
      return Self(operation: "ListBuckets", parameters: url.fields)
    }
    let operation =
      method == "HEAD" ? "HeadBucket" : url.fields.keys.compactMap { subresources[$0] }.first
    guard let operation, path.count == 1 else {
      throw Call.Misunderstood(detail: "\(method) \(url.path) is not a question about a bucket")
    }
    return Self(operation: operation, parameters: ["bucket": bucket])
  }

  /// S3 Control: the operation is the path below the version.
  private static func s3Control(method: String, _ url: URLComponents) throws(Call.Misunderstood)
    -> Self
  {
    let path = url.path.split(separator: "/").map(String.init)
    switch (path.first, path.dropFirst().first, path.count) {
    case ("v20180820", "configuration", 3) where path[2] == "publicAccessBlock":
      return Self(operation: "GetPublicAccessBlock")
    case ("v20180820", "accesspoint", 2):
      return Self(operation: "ListAccessPoints", parameters: url.fields)
    case ("v20180820", "accesspoint", 3):
      return Self(operation: "GetAccessPoint", parameters: ["name": path[2]])
    case ("v20180820", "accesspoint", 4) where path[3] == "policyStatus":
      return Self(operation: "GetAccessPointPolicyStatus", parameters: ["name": path[2]])
    default:
      throw Call.Misunderstood(detail: "\(method) \(url.path) is not a question to S3 Control")
    }
  }

  private static func cloudFront(method: String, _ url: URLComponents) throws(Call.Misunderstood)
    -> Self
  {
    guard (method, url.path) == ("GET", "/2020-05-31/distribution") else {
      throw Call.Misunderstood(detail: "\(method) \(url.path) is not a question to CloudFront")
    }
    return Self(operation: "ListDistributions", parameters: url.fields)
  }

  private static let subresources = [
    "acl": "GetBucketAcl",
    "encryption": "GetBucketEncryption",
    "lifecycle": "GetBucketLifecycleConfiguration",
    "location": "GetBucketLocation",
    "logging": "GetBucketLogging",
    "object-lock": "GetObjectLockConfiguration",
    "ownershipControls": "GetBucketOwnershipControls",
    "policy": "GetBucketPolicy",
    "policyStatus": "GetBucketPolicyStatus",
    "publicAccessBlock": "GetPublicAccessBlock",
    "versioning": "GetBucketVersioning",
    "website": "GetBucketWebsite",
  ]

  /// The members that tell one JSON question from another.
  private struct Members: Decodable {
    let name: String?
    let trailName: String?
    let budgetName: String?
    let nextToken: String?

    enum CodingKeys: String, CodingKey {
      case name = "Name"
      case trailName = "TrailName"
      case budgetName = "BudgetName"
      case nextToken
    }

    var named: [String: String] {
      let pairs = [
        ("Name", name), ("TrailName", trailName), ("BudgetName", budgetName),
        ("nextToken", nextToken),
      ]
      return Dictionary(pairs.compactMap { key, value in value.map { (key, $0) } }) { $1 }
    }
  }
}

extension URLComponents {
  fileprivate var fields: [String: String] {
    Dictionary((queryItems ?? []).map { ($0.name, $0.value ?? "") }) { $1 }
  }
}
