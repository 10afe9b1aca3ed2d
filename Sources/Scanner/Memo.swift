import Domain

/// Facts that several collectors ask for and only the first one fetches.
///
/// The work runs in a task of its own, so that a caller that gives up takes nothing from the
/// others. Ending the scan ends them all.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let tasks = Locked<[Key: Task<Value, Never>]>([:])

  func value(
    for key: Key,
    fetch: @escaping @Sendable () async -> Value
  ) async -> Value {
    let task = tasks.withLock { tasks in
      if let task = tasks[key] { return task }
      let task = Task { await fetch() }
      tasks[key] = task
      return task
    }
    return await task.value
  }

  func cancelAll() {
    tasks.withLock { tasks in
      for task in tasks.values { task.cancel() }
    }
  }
}
