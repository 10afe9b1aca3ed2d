import CTransport
import Domain

/// What other threads ask of the one that owns the connections.
final class CurlInbox: Sendable {
  typealias Continuation = CheckedContinuation<Result<HTTPResponse, TransportFailure>, Never>

  struct Exchange: Sendable {
    let id: UInt64
    let request: HTTPRequest
    let continuation: Continuation
  }

  enum Command: Sendable {
    case start(Exchange)
    case cancel(UInt64)
    case stop
  }

  private struct State {
    var commands: [Command] = []
    var lastID: UInt64 = 0
  }

  /// For the loop's thread, except `transport_wake`.
  ///
  /// That is called under the lock, so that it cannot meet an engine that was closed after `stop`
  /// had been taken out.
  nonisolated(unsafe) let engine: OpaquePointer
  private let state = Locked(State())

  init(engine: OpaquePointer) {
    self.engine = engine
  }

  func nextID() -> UInt64 {
    state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
  }

  /// Looks for cancellation under the lock, so that a cancellation posted later finds the start.
  func start(_ exchange: Exchange) {
    let isCancelled = state.withLock { state in
      guard !Task.isCancelled else { return true }
      append(.start(exchange), to: &state)
      return false
    }
    if isCancelled { exchange.continuation.resume(returning: .failure(.cancelled)) }
  }

  func post(_ command: Command) {
    state.withLock { state in append(command, to: &state) }
  }

  private func append(_ command: Command, to state: inout State) {
    state.commands.append(command)
    if state.commands.count == 1 { transport_wake(engine) }
  }

  func take() -> [Command] {
    state.withLock { state in
      defer { state.commands = [] }
      return state.commands
    }
  }
}
