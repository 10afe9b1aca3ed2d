import AWSOperations
import Domain
import FoundationEssentials

/// AWS Signature Version 4: the headers that prove who asks.
///
/// Pure. Described in "Create a signed AWS API request" of the IAM User Guide; S3's differences in
/// "Authenticating Requests: Using the Authorization Header" of the Amazon S3 API Reference.
struct SignatureV4 {
  let credentials: Credentials
  let region: Region
  let signingName: String
  let date: Date
  let keys: SigningKeys

  /// The request's own headers and those that sign it.
  ///
  /// The path must be the one that is sent, with the endpoint's base path; the host as the `Host`
  /// header has it, with the port unless it is the scheme's own.
  func headers(for request: WireRequest, host: String) -> [HTTPRequest.Header] {
    let time = SigningTime(date)
    let payload = Digest.hex(Digest.sha256(request.body))
    let headers = headers(of: request, time: time, payload: payload)
    let canonical = CanonicalRequest(
      request,
      headers: headers + [HTTPRequest.Header("host", host)],
      payload: payload,
      path: isS3 ? request.path : CanonicalRequest.normalizedPath(request.path)
    )
    let scope = "\(time.day)/\(region.name)/\(signingName)/aws4_request"
    let toSign = """
      AWS4-HMAC-SHA256
      \(time.stamp)
      \(scope)
      \(Digest.hex(Digest.sha256(canonical.text.utf8)))
      """
    let signature = Digest.hex(Digest.hmacSHA256(key: key(day: time.day), Array(toSign.utf8)))
    let authorization =
      "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope), "
      + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"
    return headers + [HTTPRequest.Header("authorization", authorization)]
  }

  /// S3 keeps object keys as they are, dots and double slashes included, and wants the body's hash
  /// in a header.
  private var isS3: Bool { signingName == "s3" }

  private func headers(
    of request: WireRequest,
    time: SigningTime,
    payload: String
  ) -> [HTTPRequest.Header] {
    var headers = request.headers.map { HTTPRequest.Header($0.name, $0.value) }
    headers.append(HTTPRequest.Header("x-amz-date", time.stamp))
    if let token = credentials.sessionToken {
      headers.append(HTTPRequest.Header("x-amz-security-token", token))
    }
    if isS3 {
      headers.append(HTTPRequest.Header("x-amz-content-sha256", payload))
    }
    return headers
  }

  private func key(day: String) -> [UInt8] {
    keys.key(secret: credentials.secretAccessKey, day: day, region: region, service: signingName)
  }
}
