import Domain

/// Facts that several collectors ask for and only the first one fetches.
///
/// The work runs in a task of its own, so that a caller that gives up takes nothing from the
/// others. When all who wait for it have given up it ends, and whoever asks later begins anew.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Work {
    let task: Task<Value, Never>
    /// Callers that did not give up, those served included.
    var callers = 1
  }

  private let works = Locked<[Key: Work]>([:])

  func value(
    for key: Key,
    fetch: @escaping @Sendable () async -> Value
  ) async -> Value {
    guard let task = join(key, fetch) else { return await fetch() }
    return await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      leave(key, task)
    }
  }

  /// `nil` for a caller that gave up before: its own cancelled task ends the fetching soonest.
  private func join(
    _ key: Key,
    _ fetch: @escaping @Sendable () async -> Value
  ) -> Task<Value, Never>? {
    works.withLock { works in
      if var work = works[key] {
        work.callers += 1
        works[key] = work
        return work.task
      }
      guard !Task.isCancelled else { return nil }
      let task = Task { await fetch() }
      works[key] = Work(task: task)
      return task
    }
  }

  private func leave(_ key: Key, _ task: Task<Value, Never>) {
    let isLast = works.withLock { works in
      guard var work = works[key], work.task == task else { return false }
      work.callers -= 1
      works[key] = work.callers > 0 ? work : nil
      return work.callers == 0
    }
    if isLast { task.cancel() }
  }
}
