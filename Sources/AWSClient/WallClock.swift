import FoundationEssentials

/// What time it is, and how to wait.
package struct WallClock: Sendable {
  package var now: @Sendable () -> Date
  package var sleep: @Sendable (Duration) async throws(CancellationError) -> Void

  package init(
    now: @escaping @Sendable () -> Date,
    sleep: @escaping @Sendable (Duration) async throws(CancellationError) -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  package static var system: Self {
    Self(
      now: { Date() },
      sleep: { duration throws(CancellationError) in
        do {
          try await Task.sleep(for: duration)
        } catch {
          throw CancellationError()
        }
      }
    )
  }
}
