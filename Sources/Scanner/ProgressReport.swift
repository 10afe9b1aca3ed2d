import Domain

/// Where a collector says how far it is.
struct ProgressReport: Sendable {
  let report: @Sendable (Progress) -> Void

  /// A count of finished units that several tasks advance.
  func counter(_ unit: Progress.Unit, total: Int) -> Counter {
    report(Progress(unit: unit, done: 0, total: total))
    return Counter(report: report, unit: unit, total: total)
  }

  final class Counter: Sendable {
    private let report: @Sendable (Progress) -> Void
    private let unit: Progress.Unit
    private let total: Int
    private let done = Locked(0)

    init(report: @escaping @Sendable (Progress) -> Void, unit: Progress.Unit, total: Int) {
      self.report = report
      self.unit = unit
      self.total = total
    }

    func advance() {
      let now = done.withLock { done in
        done += 1
        return done
      }
      report(Progress(unit: unit, done: now, total: total))
    }
  }
}
