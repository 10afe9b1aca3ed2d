import AWSClient
import Demo
import Domain
import FoundationEssentials
import Scanner
import TestSupport

/// The demo account at full speed, with a record of what was asked of it.
final class DemoWire: Sendable {
  struct Request: Hashable, Sendable {
    let url: String
    let body: String
    let target: String
  }

  private let requests = Locked<[Request]>([])
  private let account: HTTPTransport
  private let answer: @Sendable (HTTPRequest) -> HTTPResponse?
  private let clock = FakeClock()
  private let pace: Duration

  /// `answer` goes before the account's own; each call takes `pace` of the scanner's time.
  init(
    pace: Duration = .zero,
    answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse? = { _ in nil }
  ) {
    account = DemoAccount.transport(clock: FakeClock().clock)
    self.answer = answer
    self.pace = pace
  }

  var asked: [Request] { requests.withLock { $0 } }

  /// The calls' names, or for S3 the sub-resources, without repetition.
  var operations: Set<String> { Set(asked.map(\.operation)) }

  func forget() {
    requests.withLock { $0 = [] }
  }

  func scanner(timeLimit: TimeInterval = 3_600) -> Scanner {
    var parts = AWSClient.Dependencies(
      credentials: .fixed(DemoAccount.credentials),
      transport: transport
    )
    parts.clock = clock.clock
    return Scanner(
      client: AWSClient(parts),
      homeRegion: DemoAccount.region,
      clock: clock.clock,
      timeLimit: timeLimit
    )
  }

  private var transport: HTTPTransport {
    HTTPTransport { [self] request async throws(TransportFailure) in
      requests.withLock { $0.append(Request(request)) }
      clock.advance(pace)
      if Task.isCancelled { throw .cancelled }
      if let response = answer(request) { return response }
      return try await account.send(request)
    }
  }
}

extension DemoWire.Request {
  init(_ request: HTTPRequest) {
    url = request.url
    body = String(decoding: request.body, as: UTF8.self)
    target = request.headers.first { $0.name.lowercased() == "x-amz-target" }?.value ?? ""
  }

  var operation: String {
    if !target.isEmpty { return String(target.split(separator: ".").last ?? "") }
    if let action = body.split(separator: "&").first(where: { $0.hasPrefix("Action=") }) {
      return String(action.dropFirst("Action=".count))
    }
    let query = url.split(separator: "?").dropFirst().first ?? ""
    return String(query.split(separator: "&").first?.split(separator: "=").first ?? "path")
  }
}
