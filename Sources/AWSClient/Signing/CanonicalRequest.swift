import AWSOperations

/// The one spelling of a request that both sides hash.
struct CanonicalRequest {
  let text: String
  /// Their names, joined by semicolons.
  let signedHeaders: String

  /// Headers that proxies and HTTP libraries change on the way.
  private static let unsigned: Set = [
    "connection", "expect", "transfer-encoding", "user-agent", "x-amzn-trace-id",
  ]

  /// `payload` is the body's SHA-256.
  init(_ request: WireRequest, headers: [HTTPRequest.Header], payload: String, path: String) {
    let signed = Self.folded(headers)
    signedHeaders = signed.map(\.name).joined(separator: ";")
    text = """
      \(request.method)
      \(path)
      \(Self.queryString(request.query))
      \(signed.map { "\($0.name):\($0.value)\n" }.joined())
      \(signedHeaders)
      \(payload)
      """
  }

  /// Sorted by the bytes of the encoded names, then of the encoded values.
  ///
  /// Requests are sent with this very string, so what is signed is what arrives.
  static func queryString(_ query: [WireRequest.Field]) -> String {
    query
      .map { (name: PercentEncoding.encode($0.name), value: PercentEncoding.encode($0.value)) }
      .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
      .map { "\($0.name)=\($0.value)" }
      .joined(separator: "&")
  }

  /// Without dot segments and double slashes, and encoded once more than it is sent.
  static func normalizedPath(_ path: String) -> String {
    var segments: [Substring] = []
    for segment in path.split(separator: "/") where segment != "." {
      if segment == ".." {
        _ = segments.popLast()
      } else {
        segments.append(segment)
      }
    }
    let end = path.hasSuffix("/") && !segments.isEmpty ? "/" : ""
    return "/" + segments.map { PercentEncoding.encode(String($0)) }.joined(separator: "/") + end
  }

  /// Sorted by name, repeated ones joined, runs of white space folded.
  private static func folded(_ headers: [HTTPRequest.Header]) -> [HTTPRequest.Header] {
    var values: [String: [String]] = [:]
    for header in headers {
      let name = header.name.lowercased()
      if unsigned.contains(name) { continue }
      values[name, default: []].append(
        header.value.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
      )
    }
    return values.sorted { $0.key < $1.key }
      .map { HTTPRequest.Header($0.key, $0.value.joined(separator: ",")) }
  }
}
