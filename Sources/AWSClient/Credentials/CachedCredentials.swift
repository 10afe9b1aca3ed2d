import Domain
import FoundationEssentials

extension CredentialProvider {
  /// Asks once and keeps the answer until shortly before it lapses.
  func cached(clock: WallClock) -> Self {
    let cache = CachedCredentials(provider: self, clock: clock)
    return Self { () throws(CredentialError) in try await cache.get() }
  }
}

/// Credentials that are renewed once for all who wait for them.
///
/// A caller that is cancelled stops waiting at once; the renewal goes on while anybody waits.
private final class CachedCredentials: Sendable {
  private typealias Answer = Result<Credentials, CredentialError>

  private struct State {
    var current: Credentials?
    var waiting: [UInt64: CheckedContinuation<Answer, Never>] = [:]
    var lastWaiting: UInt64 = 0
    var renewal: Task<Void, Never>?
  }

  /// AWS's tools renew five to fifteen minutes ahead: a call signed now may be sent later.
  private static let margin: TimeInterval = 300

  private let provider: CredentialProvider
  private let clock: WallClock
  private let state = Locked(State())

  init(provider: CredentialProvider, clock: WallClock) {
    self.provider = provider
    self.clock = clock
  }

  func get() async throws(CredentialError) -> Credentials {
    if let current, lasts(current, Self.margin) { return current }
    let number = state.withLock { state in
      state.lastWaiting += 1
      return state.lastWaiting
    }
    let answer = await withTaskCancellationHandler {
      await withCheckedContinuation { wait(as: number, $0) }
    } onCancel: {
      giveUp(number)
    }
    return try answer.get()
  }

  private var current: Credentials? { state.withLock { $0.current } }

  private func lasts(_ credentials: Credentials, _ margin: TimeInterval) -> Bool {
    credentials.expiresAt.map { $0.timeIntervalSince(clock.now()) > margin } ?? true
  }

  /// Looks for cancellation under the lock, so that one that comes later finds the continuation.
  private func wait(as number: UInt64, _ continuation: CheckedContinuation<Answer, Never>) {
    let isCancelled = state.withLock { state in
      if Task.isCancelled { return true }
      state.waiting[number] = continuation
      if state.renewal == nil { state.renewal = Task { await self.renew() } }
      return false
    }
    if isCancelled { continuation.resume(returning: .failure(.cancelled)) }
  }

  private func giveUp(_ number: UInt64) {
    let (gone, idle) = state.withLock { state in
      let gone = state.waiting.removeValue(forKey: number)
      let idle = state.waiting.isEmpty ? state.renewal : nil
      return (gone, idle)
    }
    idle?.cancel()
    gone?.resume(returning: .failure(.cancelled))
  }

  private func renew() async {
    var answer: Answer
    do throws(CredentialError) {
      answer = .success(try await provider.get())
    } catch {
      answer = .failure(error)
    }
    // What still holds for a while serves until the next try.
    if case .failure = answer, let current, lasts(current, 10) { answer = .success(current) }
    let waiting = state.withLock { state in
      if case .success(let credentials) = answer { state.current = credentials }
      state.renewal = nil
      defer { state.waiting = [:] }
      return state.waiting
    }
    for continuation in waiting.values { continuation.resume(returning: answer) }
  }
}
