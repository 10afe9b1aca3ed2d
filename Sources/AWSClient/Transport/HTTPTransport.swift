/// How a signed request reaches AWS.
///
/// Live it is libcurl; tests and the demo put another closure.
package struct HTTPTransport: Sendable {
  package let send: @Sendable (HTTPRequest) async throws(TransportFailure) -> HTTPResponse

  package init(
    send: @escaping @Sendable (HTTPRequest) async throws(TransportFailure) -> HTTPResponse
  ) {
    self.send = send
  }
}

package struct HTTPRequest: Sendable {
  package struct Header: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var method: String
  /// Absolute, percent-encoded.
  package var url: String
  package var headers: [Header]
  package var body: [UInt8]
  package var connectTimeout: Duration = .seconds(5)
  /// For the whole exchange.
  package var timeout: Duration = .seconds(30)

  /// Past any proxy, for addresses that mean another machine there.
  package var isDirect = false

  package init(method: String, url: String, headers: [Header], body: [UInt8]) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

package struct HTTPResponse: Sendable {
  package let status: Int
  /// Lower-case names; repeated ones joined by a comma.
  package let headers: [String: String]
  package let body: [UInt8]

  package init(status: Int, headers: [String: String] = [:], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// No answer came.
package enum TransportFailure: Error, Hashable, Sendable {
  case cancelled
  /// Connecting, TLS, DNS, a time limit or a broken connection, in the transport's English words.
  case unreachable(String)
}
