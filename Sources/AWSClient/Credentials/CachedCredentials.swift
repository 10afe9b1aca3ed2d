import Domain
import FoundationEssentials

extension CredentialProvider {
  /// Asks once and keeps the answer until some time before it lapses.
  func cached(clock: WallClock) -> Self {
    let cache = CachedCredentials(provider: self, clock: clock)
    return Self(
      get: { () throws(CredentialError) in try await cache.get() },
      replace: { stale throws(CredentialError) in try await cache.replace(stale) }
    )
  }
}

/// Credentials that are renewed once for all who wait for them.
///
/// A quarter of an hour before they lapse a renewal starts beside the calls, which go on with the
/// old ones; from ten minutes before, calls wait for it. What still holds serves when a renewal
/// fails, and the next one is tried a minute later. A caller that is cancelled stops waiting at
/// once; the renewal goes on while anybody waits.
private final class CachedCredentials: Sendable {
  private typealias Answer = Result<Credentials, CredentialError>

  private struct State {
    var current: Credentials?
    var nextTry = Date.distantPast
    var waiting: [UInt64: CheckedContinuation<Answer, Never>] = [:]
    var lastWaiting: UInt64 = 0
    var renewal: Task<Void, Never>?
  }

  /// The times of AWS's own tools.
  private static let (advisory, mandatory): (TimeInterval, TimeInterval) = (900, 600)
  private static let betweenTries: TimeInterval = 60
  /// A call signed later than this may arrive too late.
  private static let last: TimeInterval = 10

  private let provider: CredentialProvider
  private let clock: WallClock
  private let state = Locked(State())

  init(provider: CredentialProvider, clock: WallClock) {
    self.provider = provider
    self.clock = clock
  }

  func get() async throws(CredentialError) -> Credentials {
    let now = clock.now()
    if let current = state.withLock({ state in usable(&state, now) }) { return current }
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

  /// Renews unless somebody has since.
  func replace(_ stale: Credentials) async throws(CredentialError) -> Credentials {
    state.withLock { state in
      if state.current == stale { state.current = nil }
    }
    return try await get()
  }

  /// The current credentials where no call need wait; starts a renewal where one is due.
  private func usable(_ state: inout State, _ now: Date) -> Credentials? {
    guard let current = state.current else { return nil }
    let left = current.expiresAt?.timeIntervalSince(now) ?? .infinity
    if left > Self.advisory { return current }
    if left > Self.last, now < state.nextTry { return current }
    guard left > Self.mandatory else { return nil }
    if state.renewal == nil { state.renewal = Task { await self.renew() } }
    return current
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
    let now = clock.now()
    let waiting = state.withLock { state in
      state.nextTry = now + Self.betweenTries
      state.renewal = nil
      switch answer {
      case .success(let credentials): state.current = credentials
      case .failure:
        let left = state.current.map { $0.expiresAt?.timeIntervalSince(now) ?? .infinity } ?? 0
        if let current = state.current, left > Self.last { answer = .success(current) }
      }
      defer { state.waiting = [:] }
      return state.waiting
    }
    for continuation in waiting.values { continuation.resume(returning: answer) }
  }
}
