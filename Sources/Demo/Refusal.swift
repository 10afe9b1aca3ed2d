import AWSClient

/// An error answer that follows from the request alone.
struct Refusal {
  let status: Int
  let code: String
  let message: String
  var headers: [String: String] = [:]

  static func notImplemented(_ detail: String) -> Self {
    Self(status: 501, code: "NotImplemented", message: "The demo account has no answer: \(detail)")
  }

  static func noSuchBucket(_ bucket: String) -> Self {
    Self(status: 404, code: "NoSuchBucket", message: "The bucket \(bucket) does not exist")
  }

  static func elsewhere(_ bucket: String, region: String) -> Self {
    Self(
      status: 301,
      code: "PermanentRedirect",
      message: "\(bucket) must be addressed at the endpoint of its own region",
      headers: ["x-amz-bucket-region": region]
    )
  }

  /// `nil` for a request that is signed for the service and region it is sent to.
  init?(ofSignature call: Call) {
    let service = call.dialect == .s3Control ? "s3" : call.service
    switch call.scope {
    case nil:
      self.init(
        status: 403,
        code: "MissingAuthenticationToken",
        message: "Request is missing Authentication Token"
      )
    case CredentialScope(region: call.region, service: service):
      return nil
    case let scope?:
      self.init(
        status: 403,
        code: "SignatureDoesNotMatch",
        message: "Credential should be scoped to \(service) in \(call.region), not \(scope)"
      )
    }
  }

  private init(status: Int, code: String, message: String, headers: [String: String] = [:]) {
    self.status = status
    self.code = code
    self.message = message
    self.headers = headers
  }

  func response(in dialect: Dialect, hasBody: Bool = true) -> HTTPResponse {
    HTTPResponse(
      status: status,
      headers: dialect.headers.merging(headers) { $1 },
      body: hasBody ? Array(body(in: dialect).utf8) : []
    )
  }

  private func body(in dialect: Dialect) -> String {
    let text = message.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let error = "<Code>\(code)</Code><Message>\(text)</Message>"
    return switch dialect {
    case .ec2: "<Response><Errors><Error>\(error)</Error></Errors></Response>"
    case .json: #"{"__type":"\#(code)","message":"\#(message.replacing("\"", with: "'"))"}"#
    case .query, .s3Control, .cloudFront: "<ErrorResponse><Error>\(error)</Error></ErrorResponse>"
    case .s3: "<Error>\(error)</Error>"
    }
  }
}

extension Dialect {
  /// What every answer carries.
  var headers: [String: String] {
    switch self {
    case .json: ["content-type": "application/x-amz-json-1.1"]
    case .ec2, .query, .s3, .s3Control, .cloudFront: ["content-type": "text/xml;charset=UTF-8"]
    }
  }
}
