import AWSClient
import AWSOperations
import Domain
import FoundationEssentials
import Scanner
import TestSupport

@testable import Demo

/// The demo account at full speed, with a record of what was asked of it.
final class DemoWire: Sendable {
  struct Request: Hashable, Sendable {
    let url: String
    let body: String
    let target: String
    /// What IAM must allow for it; `nil` for a call that is none of ours.
    let permission: Permission?
  }

  private let requests = Locked<[Request]>([])
  private let account: HTTPTransport
  private let answer: @Sendable (HTTPRequest) async -> HTTPResponse?
  private let clock = FakeClock()
  private let pace: Duration

  /// `answer` goes before the account's own; each call takes `pace` of the scanner's time.
  init(
    pace: Duration = .zero,
    answer: @escaping @Sendable (HTTPRequest) async -> HTTPResponse? = { _ in nil }
  ) {
    let start = clock.now
    account = DemoAccount.transport(clock: WallClock(now: { start }, sleep: { _ in }))
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
      let response = await answer(request)
      if Task.isCancelled { throw .cancelled }
      if let response { return response }
      return try await account.send(request)
    }
  }
}

extension DemoWire.Request {
  init(_ request: HTTPRequest) {
    url = request.url
    body = String(decoding: request.body, as: UTF8.self)
    target = request.headers.first { $0.name.lowercased() == "x-amz-target" }?.value ?? ""
    let call = try? Call(request)
    let operation = Operations.all.first { operation in
      operation.service.endpointPrefix == call?.service && operation.name == call?.operation
    }
    permission = operation?.permission
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
