extension Sequence where Element: Sendable, Self: Sendable {
  /// Transforms elements side by side, at most `window` at once, and keeps their order.
  func concurrentMap<Result: Sendable>(
    window: Int,
    _ transform: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      // Results stand in their places from the beginning: a second copy of a hundred thousand
      // would be the largest thing in memory.
      var results: [Result?] = []
      results.reserveCapacity(underestimatedCount)
      var elements = enumerated().makeIterator()
      func begin() {
        guard let (index, element) = elements.next() else { return }
        results.append(nil)
        group.addTask { (index, await transform(element)) }
      }
      for _ in 0..<window { begin() }
      while let (index, result) = await group.next() {
        results[index] = result
        begin()
      }
      var whole: [Result] = []
      whole.reserveCapacity(results.count)
      for case let result? in results { whole.append(result) }
      return whole
    }
  }
}
