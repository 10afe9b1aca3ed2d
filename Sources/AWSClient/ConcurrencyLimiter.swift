import Domain

/// Lets only so many through at once, first come, first served.
///
/// Waiting ends at once when the waiting task is cancelled. Whoever is asked to slow down says so:
/// the limit halves, and grows back step by step while nobody is asked again, so that calls go as
/// wide as the other side bears.
package final class ConcurrencyLimiter: Sendable {
  private struct Waiting {
    let visitor: UInt64
    let continuation: CheckedContinuation<Bool, Never>
  }

  private struct State {
    let widest: Int
    var limit: Int
    var inside = 0
    /// How many are still to leave that had entered before the limit was last halved.
    ///
    /// They may be asked to slow down too, for the same crowding.
    var early = 0
    /// How many left since the limit last changed.
    var left = 0
    var visitors: UInt64 = 0
    /// Places in the queue `head..<tail`; those whose visitor gave up are missing.
    var queue: [UInt64: Waiting] = [:]
    var placeOfVisitor: [UInt64: UInt64] = [:]
    var head: UInt64 = 0
    var tail: UInt64 = 0

    mutating func countLeaving() {
      inside -= 1
      if early > 0 { return early -= 1 }
      guard limit < widest else { return }
      left += 1
      guard left >= limit else { return }
      left = 0
      limit = min(widest, limit + max(1, widest / 16))
    }

    mutating func narrow() {
      guard early == 0 else { return }
      // One more, as the last of them speaks up only after it has left.
      early = inside + 1
      left = 0
      limit = max(1, limit / 2)
    }

    mutating func admit() -> Waiting? {
      while inside < limit, head < tail {
        defer { head += 1 }
        guard let first = queue.removeValue(forKey: head) else { continue }
        placeOfVisitor[first.visitor] = nil
        inside += 1
        return first
      }
      return nil
    }
  }

  private let state: Locked<State>

  package init(limit: Int) {
    state = Locked(State(widest: limit, limit: limit))
  }

  /// Returns false, having entered nothing, when the task is cancelled.
  package func enter() async -> Bool {
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

  package func leave() {
    state.withLock { $0.countLeaving() }
    while let admitted = state.withLock({ $0.admit() }) {
      admitted.continuation.resume(returning: true)
    }
  }

  /// Lets fewer through from now on; for one that has left and was asked to slow down.
  func slowDown() {
    state.withLock { $0.narrow() }
  }

  var limit: Int { state.withLock { $0.limit } }

  var waitingCount: Int { state.withLock { $0.queue.count } }

  /// Looks for cancellation under the lock, so that one that comes later finds the visitor.
  private func wait(_ waiting: Waiting) {
    let answer = state.withLock { state -> Bool? in
      if Task.isCancelled { return false }
      if state.inside < state.limit {
        state.inside += 1
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
