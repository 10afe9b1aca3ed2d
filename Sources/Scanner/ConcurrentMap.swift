extension Sequence where Element: Sendable, Self: Sendable {
  /// Transforms elements side by side, at most `window` at once, and keeps their order.
  func concurrentMap<Result: Sendable>(
    window: Int,
    _ transform: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      var results: [Int: Result] = [:]
      var elements = enumerated().makeIterator()
      func begin() {
        guard let (index, element) = elements.next() else { return }
        group.addTask { (index, await transform(element)) }
      }
      for _ in 0..<window { begin() }
      while let (index, result) = await group.next() {
        results[index] = result
        begin()
      }
      return results.sorted { $0.key < $1.key }.map(\.value)
    }
  }
}
