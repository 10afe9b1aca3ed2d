import CTransport
import Domain
import Glibc

/// The live transport: libcurl, with one thread that owns every connection.
///
/// Requests and cancellations reach the thread through an inbox; answers leave it through the
/// continuation each request brought. Every request is resumed exactly once: by its answer, its
/// failure, its cancellation or the end of the transport.
package final class CurlTransport: Sendable {
  package struct Settings: Sendable {
    package var userAgent: String
    /// A file of trusted certificates; `nil` for the system's.
    package var caBundle: String?
    package var proxies = Proxies()
    package var keptConnections = 512
    /// In bytes; a longer body is a failure.
    package var largestBody = 256 << 20

    package init(userAgent: String, caBundle: String? = nil) {
      self.userAgent = userAgent
      self.caBundle = caBundle
    }
  }

  private let inbox: CurlInbox

  /// Throws when libcurl does not start.
  package init(_ settings: Settings) throws(TransportFailure) {
    guard let engine = Self.open(settings) else { throw .unreachable("libcurl does not start") }
    let inbox = CurlInbox(engine: engine)
    guard CurlLoop(inbox: inbox).startThread() else {
      transport_close(engine)
      throw .unreachable("no thread for the network")
    }
    self.inbox = inbox
  }

  private static func open(_ settings: Settings) -> OpaquePointer? {
    let proxies = settings.proxies
    let texts = [
      settings.userAgent, settings.caBundle, proxies.http, proxies.https, proxies.exceptions,
    ]
    return withOptionalCStrings(texts) { texts in
      var values = transport_settings(
        user_agent: texts[0],
        ca_bundle: texts[1],
        http_proxy: texts[2],
        https_proxy: texts[3],
        no_proxy: texts[4],
        kept_connections: settings.keptConnections,
        largest_body: settings.largestBody
      )
      return transport_open(&values)
    }
  }

  deinit {
    inbox.post(.stop)
  }

  package func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
    let id = inbox.nextID()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        inbox.start(CurlInbox.Exchange(id: id, request: request, continuation: continuation))
      }
    } onCancel: {
      inbox.post(.cancel(id))
    }
    return try result.get()
  }
}

extension HTTPTransport {
  package init(_ curl: CurlTransport) {
    self.init { request throws(TransportFailure) in try await curl.send(request) }
  }
}

/// Pointers to all of them at once, alive while `body` runs.
private func withOptionalCStrings<Result>(
  _ texts: [String?],
  _ body: ([UnsafePointer<CChar>?]) -> Result
) -> Result {
  let copies = texts.map { text in text.map { strdup($0) } ?? nil }
  defer { for copy in copies { free(copy) } }
  return body(copies.map { $0.map { UnsafePointer($0) } })
}
