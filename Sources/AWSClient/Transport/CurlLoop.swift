import CTransport
import Glibc

/// The thread that owns every connection: takes commands, runs transfers, hands out answers.
final class CurlLoop {
  private struct Running {
    let transfer: OpaquePointer
    let continuation: CurlInbox.Continuation
  }

  private let inbox: CurlInbox
  private var running: [UInt64: Running] = [:]
  private var isStopping = false

  init(inbox: CurlInbox) {
    self.inbox = inbox
  }

  /// Returns false when the system gives no thread.
  consuming func startThread() -> Bool {
    let context = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(
      &thread,
      nil,
      { context in
        if let context { Unmanaged<CurlLoop>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      },
      context.toOpaque()
    )
    guard code == 0 else {
      context.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  private func run() {
    blockSignals()
    while !isStopping {
      for command in inbox.take() { obey(command) }
      transport_run(inbox.engine)
      while let transfer = transport_next_finished(inbox.engine) { finish(transfer) }
      if !isStopping { transport_wait(inbox.engine, 1000) }
    }
    for id in Array(running.keys) { end(id, .failure(.cancelled)) }
    transport_close(inbox.engine)
  }

  /// A broken TLS connection must be an error, not a SIGPIPE, and the screen's signals are not
  /// this thread's.
  private func blockSignals() {
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
  }

  private func obey(_ command: CurlInbox.Command) {
    switch command {
    case .start(let exchange): start(exchange)
    case .cancel(let id): end(id, .failure(.cancelled))
    case .stop: isStopping = true
    }
  }

  private func start(_ exchange: CurlInbox.Exchange) {
    guard let transfer = prepare(exchange.request, id: exchange.id) else {
      exchange.continuation.resume(returning: .failure(.unreachable("out of memory")))
      return
    }
    running[exchange.id] = Running(transfer: transfer, continuation: exchange.continuation)
    if let problem = transport_start(transfer) {
      end(exchange.id, .failure(.unreachable(String(cString: problem))))
    }
  }

  private func prepare(_ request: HTTPRequest, id: UInt64) -> OpaquePointer? {
    guard let transfer = transport_prepare(inbox.engine, id, request.method, request.url) else {
      return nil
    }
    var isWhole = true
    for header in request.headers {
      isWhole = transport_add_header(transfer, "\(header.name): \(header.value)") != 0 && isWhole
    }
    if !request.body.isEmpty || request.method == "POST" {
      isWhole = transport_set_body(transfer, request.body, request.body.count) != 0 && isWhole
    }
    if request.isDirect { transport_avoid_proxies(transfer) }
    transport_set_limits(
      transfer,
      request.connectTimeout.wholeMilliseconds,
      request.timeout.wholeMilliseconds
    )
    if isWhole { return transfer }
    transport_release(transfer)
    return nil
  }

  private func finish(_ transfer: OpaquePointer) {
    let outcome = transport_result(transfer)
    end(outcome.id, Result(outcome))
  }

  /// Does nothing for a request that has ended already, whose cancellation came late.
  private func end(_ id: UInt64, _ result: Result<HTTPResponse, TransportFailure>) {
    guard let ended = running.removeValue(forKey: id) else { return }
    transport_release(ended.transfer)
    ended.continuation.resume(returning: result)
  }
}

extension Result where Success == HTTPResponse, Failure == TransportFailure {
  fileprivate init(_ outcome: transport_outcome) {
    if let failure = outcome.failure {
      self = .failure(.unreachable(String(cString: failure)))
      return
    }
    let headers = UnsafeBufferPointer(start: outcome.headers, count: outcome.headers_count)
    let body = UnsafeBufferPointer(start: outcome.body, count: outcome.body_count)
    self = .success(
      HTTPResponse(
        status: outcome.status,
        headers: HTTPResponse.headers(fromBlock: headers),
        body: Array(body)
      )
    )
  }
}

extension Duration {
  /// At least 1: zero means "no limit" to libcurl.
  fileprivate var wholeMilliseconds: Int {
    max(1, Int(self / .milliseconds(1)))
  }
}
