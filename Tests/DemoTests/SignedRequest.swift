import AWSClient

/// Requests as a client sends them, with a signature that nobody computed.
extension HTTPRequest {
  static func form(_ service: String, _ region: String, _ body: String) -> Self {
    let host = service == "iam" ? "iam.amazonaws.com" : "\(service).\(region).amazonaws.com"
    return signed("POST", "https://\(host)/", service, region, body: body)
  }

  static func json(_ service: String, _ region: String, _ target: String, _ body: String) -> Self {
    let url = "https://\(service).\(region).amazonaws.com/"
    return signed("POST", url, service, region, ["X-Amz-Target": target], body: body)
  }

  static func s3(_ region: String, _ path: String, method: String = "GET") -> Self {
    signed(method, "https://s3.\(region).amazonaws.com/\(path)", "s3", region)
  }

  static func s3Control(_ region: String, _ path: String) -> Self {
    let url = "https://123456789012.s3-control.\(region).amazonaws.com/v20180820/\(path)"
    return signed("GET", url, "s3", region)
  }

  static func signed(
    _ method: String,
    _ url: String,
    _ service: String,
    _ region: String,
    _ headers: [String: String] = [:],
    body: String = ""
  ) -> Self {
    let signature = String(repeating: "0a", count: 32)
    let authorization =
      "AWS4-HMAC-SHA256 Credential=AKIDEMOEXAMPLE/20261123/\(region)/\(service)/aws4_request, "
      + "SignedHeaders=host;x-amz-date, Signature=\(signature)"
    return Self(
      method: method,
      url: url,
      headers: [Header("Authorization", authorization)] + headers.map { Header($0, $1) },
      body: Array(body.utf8)
    )
  }
}
