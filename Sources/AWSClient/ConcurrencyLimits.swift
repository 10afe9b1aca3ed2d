import AWSOperations
import Domain

/// How many calls may be on their way at once.
package struct ConcurrencyLimits: Sendable {
  package struct Limit: Sendable {
    package let service: Service
    package let calls: Int
    /// Counts the calls to all regions together.
    package let spansRegions: Bool

    package init(_ service: Service, _ calls: Int, spansRegions: Bool = false) {
      self.service = service
      self.calls = calls
      self.spansRegions = spansRegions
    }
  }

  /// For services without a line of their own, in each region.
  package var standard = 4
  /// Control planes throttle by account and region, so each is sent few calls at once.
  ///
  /// S3 serves thousands of reads a second and has six for every bucket, which is most of a scan:
  /// at 64 a scan of 300 buckets took three times as long. A service that asks to slow down gets
  /// half as many.
  package var limits = [
    Limit(.iam, 2, spansRegions: true),
    Limit(.s3, 256, spansRegions: true),
    Limit(.s3Control, 16, spansRegions: true),
  ]

  package init() {}

  fileprivate func limit(for service: Service) -> Limit {
    limits.first { $0.service == service } ?? Limit(service, standard)
  }
}

/// The limiters in use, one for each service and, where its limit says so, region.
final class ConcurrencyGates: Sendable {
  private struct Key: Hashable {
    let service: Service
    let region: Region?
  }

  private let limits: ConcurrencyLimits
  private let gates = Locked<[Key: ConcurrencyLimiter]>([:])

  init(_ limits: ConcurrencyLimits) {
    self.limits = limits
  }

  func gate(for service: Service, in region: Region) -> ConcurrencyLimiter {
    let limit = limits.limit(for: service)
    let key = Key(service: service, region: limit.spansRegions ? nil : region)
    return gates.withLock { gates in
      if let gate = gates[key] { return gate }
      let gate = ConcurrencyLimiter(limit: limit.calls)
      gates[key] = gate
      return gate
    }
  }
}
