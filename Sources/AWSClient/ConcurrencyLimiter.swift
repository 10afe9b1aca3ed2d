import Domain

/// Lets only so many through at once, first come, first served.
///
/// Waiting ends at once when the waiting task is cancelled.
final class ConcurrencyLimiter: Sendable {
  private struct Waiting {
    let visitor: UInt64
    let continuation: CheckedContinuation<Bool, Never>
  }

  private struct State {
    var free: Int
    var visitors: UInt64 = 0
    /// Places in the queue `head..<tail`; those whose visitor gave up are missing.
    var queue: [UInt64: Waiting] = [:]
    var placeOfVisitor: [UInt64: UInt64] = [:]
    var head: UInt64 = 0
    var tail: UInt64 = 0
  }

  private let state: Locked<State>

  init(limit: Int) {
    state = Locked(State(free: limit))
  }

  /// Returns false, having entered nothing, when the task is cancelled.
  func enter() async -> Bool {
    let visitor = state.withLock { state in
      state.visitors += 1
      return state.visitors
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { wait(Waiting(visitor: visitor, continuation: $0)) }
    } onCancel: {
      giveUp(visitor)
    }
  }

  func leave() {
    let admitted = state.withLock { state -> Waiting? in
      while state.head < state.tail {
        defer { state.head += 1 }
        guard let first = state.queue.removeValue(forKey: state.head) else { continue }
        state.placeOfVisitor[first.visitor] = nil
        return first
      }
      state.free += 1
      return nil
    }
    admitted?.continuation.resume(returning: true)
  }

  var waitingCount: Int { state.withLock { $0.queue.count } }

  /// Looks for cancellation under the lock, so that one that comes later finds the visitor.
  private func wait(_ waiting: Waiting) {
    let answer = state.withLock { state -> Bool? in
      if Task.isCancelled { return false }
      if state.free > 0 {
        state.free -= 1
        return true
      }
      state.queue[state.tail] = waiting
      state.placeOfVisitor[waiting.visitor] = state.tail
      state.tail += 1
      return nil
    }
    if let answer { waiting.continuation.resume(returning: answer) }
  }

  private func giveUp(_ visitor: UInt64) {
    let gone = state.withLock { state -> Waiting? in
      guard let place = state.placeOfVisitor.removeValue(forKey: visitor) else { return nil }
      return state.queue.removeValue(forKey: place)
    }
    gone?.continuation.resume(returning: false)
  }
}
