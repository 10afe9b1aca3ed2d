import Domain

/// Where a collector says how far it is, and what it has so far.
struct ProgressReport: Sendable {
  let report: @Sendable (Progress) -> Void
  /// Told the facts of each unit or region by themselves, as soon as they are there.
  let onPart: @Sendable (Contribution) -> Void

  init(
    onPart: @escaping @Sendable (Contribution) -> Void = { _ in },
    _ report: @escaping @Sendable (Progress) -> Void
  ) {
    self.report = report
    self.onPart = onPart
  }

  /// A count of finished units that several tasks advance.
  func counter(_ unit: Progress.Unit, total: Int) -> Counter {
    report(Progress(unit: unit, done: 0, total: total))
    return Counter(self, unit: unit, total: total)
  }

  final class Counter: Sendable {
    private let progress: ProgressReport
    private let unit: Progress.Unit
    private let total: Int
    private let done = Locked(0)

    init(_ progress: ProgressReport, unit: Progress.Unit, total: Int) {
      self.progress = progress
      self.unit = unit
      self.total = total
    }

    /// `part` is what was read of the unit that is done.
    func advance(_ part: Contribution? = nil) {
      if let part { progress.onPart(part) }
      let now = done.withLock { done in
        done += 1
        return done
      }
      progress.report(Progress(unit: unit, done: now, total: total))
    }
  }
}
