import Domain

/// Facts that several collectors ask for and only the first one fetches.
///
/// The work runs in a task of its own, so that a caller that gives up takes nothing from the
/// others. Ending the scan ends them all, and those that are begun by who has not noticed yet.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct State {
    var tasks: [Key: Task<Value, Never>] = [:]
    var isCancelled = false
  }

  private let state = Locked(State())

  func value(
    for key: Key,
    fetch: @escaping @Sendable () async -> Value
  ) async -> Value {
    let task = state.withLock { state in
      if let task = state.tasks[key] { return task }
      let task = Task { await fetch() }
      if state.isCancelled { task.cancel() }
      state.tasks[key] = task
      return task
    }
    return await task.value
  }

  func cancelAll() {
    state.withLock { state in
      state.isCancelled = true
      for task in state.tasks.values { task.cancel() }
    }
  }
}
