import Domain

/// Facts that several collectors ask for and only the first one fetches.
///
/// The work runs in a task of its own, so that a caller that gives up takes nothing from the
/// others. When all who wait for it have given up it ends, and whoever asks later begins anew.
///
/// What was fetched stays without its task, whose memory is many times the fact's, in a place that
/// `numbers` gives its key: several memos about the same keys share those.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Work {
    let task: Task<Value, Never>
    /// Callers that did not give up, those served included.
    var callers = 1
  }

  private enum Entry {
    case work(Work)
    case value(Value)
  }

  private enum Turn {
    case wait(Task<Value, Never>)
    case take(Value)
    case fetch
  }

  private let numbers: Numbers<Key>
  private let entries = Locked<[Entry?]>([])

  init(_ numbers: Numbers<Key> = Numbers()) {
    self.numbers = numbers
  }

  func value(
    for key: Key,
    fetch: @escaping @Sendable () async -> Value
  ) async -> Value {
    let key = numbers[key]
    switch join(key, fetch) {
    case .take(let value): return value
    case .fetch: return await fetch()
    case .wait(let task):
      let value = await withTaskCancellationHandler {
        await task.value
      } onCancel: {
        leave(key, task)
      }
      keep(value, for: key, of: task)
      return value
    }
  }

  /// A caller that gave up before fetches by itself: its own cancelled task ends that soonest.
  private func join(_ key: Int, _ fetch: @escaping @Sendable () async -> Value) -> Turn {
    entries.withLock { entries in
      if key >= entries.count {
        entries.append(contentsOf: repeatElement(nil, count: key + 1 - entries.count))
      }
      switch entries[key] {
      case .value(let value): return .take(value)
      case .work(var work):
        work.callers += 1
        entries[key] = .work(work)
        return .wait(work.task)
      case nil:
        guard !Task.isCancelled else { return .fetch }
        let task = Task { await fetch() }
        entries[key] = .work(Work(task: task))
        return .wait(task)
      }
    }
  }

  private func keep(_ value: Value, for key: Int, of task: Task<Value, Never>) {
    entries.withLock { entries in
      guard case .work(let work) = entries[key], work.task == task else { return }
      entries[key] = .value(value)
    }
  }

  private func leave(_ key: Int, _ task: Task<Value, Never>) {
    let isLast = entries.withLock { entries in
      guard case .work(var work) = entries[key], work.task == task else { return false }
      work.callers -= 1
      entries[key] = work.callers > 0 ? .work(work) : nil
      return work.callers == 0
    }
    if isLast { task.cancel() }
  }
}

/// Counts keys in the order they are met.
final class Numbers<Key: Hashable & Sendable>: Sendable {
  private let numbers = Locked<[Key: Int]>([:])

  subscript(key: Key) -> Int {
    numbers.withLock { numbers in
      if let number = numbers[key] { return number }
      defer { numbers[key] = numbers.count }
      return numbers.count
    }
  }
}
