import AWSClient
import Domain
import Testing

/// A transport that answers from a script, keeps what it was asked, and fails the test when it is
/// asked anything else.
package final class ScriptedTransport: Sendable {
  package enum Answer: Sendable {
    case response(HTTPResponse)
    case failure(TransportFailure)

    /// A body of text.
    package static func text(
      _ status: Int,
      _ body: String = "",
      _ headers: [String: String] = [:]
    ) -> Self {
      .response(HTTPResponse(status: status, headers: headers, body: Array(body.utf8)))
    }
  }

  private let answer: @Sendable (HTTPRequest) async -> Answer?
  private let asked = Locked<[HTTPRequest]>([])

  /// `nil` for a call that the test does not expect.
  package init(_ answer: @escaping @Sendable (HTTPRequest) async -> Answer?) {
    self.answer = answer
  }

  /// These answers in this order, whatever is asked, and not one more.
  package convenience init(_ answers: [Answer]) {
    let rest = Locked(answers[...])
    self.init { _ in rest.withLock { $0.popFirst() } }
  }

  package var requests: [HTTPRequest] { asked.withLock { $0 } }

  package var transport: HTTPTransport {
    HTTPTransport { [self] request throws(TransportFailure) in
      asked.withLock { $0.append(request) }
      switch await answer(request) {
      case .response(let response)?: return response
      case .failure(let failure)?: throw failure
      case nil:
        Issue.record("unexpected call: \(request.method) \(request.url) \(request.operation)")
        throw .unreachable("unexpected call")
      }
    }
  }
}

extension HTTPRequest {
  /// What is asked: the form's `Action`, the target of a JSON call, else method, path and query.
  package var operation: String {
    if let target = headers.first(where: { $0.name == "x-amz-target" })?.value {
      return target.split(separator: ".").last.map(String.init) ?? target
    }
    let form = String(decoding: body, as: UTF8.self).split(separator: "&")
    if let action = form.first(where: { $0.hasPrefix("Action=") }) {
      return String(action.dropFirst("Action=".count))
    }
    let path = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).last ?? ""
    return "\(method) /\(path)"
  }

  package func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }
}
