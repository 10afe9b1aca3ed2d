import AWSOperations
import Domain
import FoundationEssentials

/// What the trails that can reach one region record of it.
struct TrailCoverage {
  /// A trail with as much of its state as decides.
  struct Candidate {
    enum State {
      case recording(TrailStatus, EventSelectors, EventScope)
      case stopped(TrailStatus)
      case unknown(Gap)
    }

    let trail: Trail
    let state: State
  }

  let candidates: [Candidate]

  /// Multi-region trails reach every region of the partition; any other trail its home alone.
  init(of region: Region, trails: [Trail], states: [String: TrailState]) {
    candidates =
      trails
      .filter { $0.isMultiRegion || $0.homeRegion == region }
      .map { Candidate($0, states[$0.arn]) }
  }

  /// Read and write events may come from different trails.
  var recorded: EventScope {
    candidates.reduce(into: []) { $0.formUnion($1.scope) }
  }

  var isComplete: Bool { recorded == .all }

  var gap: Gap? {
    candidates.firstNonNil { if case .unknown(let gap) = $0.state { gap } else { nil } }
  }

  /// Why the region is not covered, when nothing is unknown.
  var shortfall: Reason {
    if candidates.isEmpty { return .noTrail }
    guard candidates.contains(where: \.isLogging) else { return .trailStopped }
    return switch recorded {
    case .writes: .writeOnly
    case .reads: .readOnly
    default: .mgmtEventsOff
    }
  }

  /// The trail that says most about the region: one that records, else one that could.
  var nearest: Candidate? {
    candidates.max { $0.rank < $1.rank }
  }

  func warnings(at now: Date) -> [Reason] {
    (deliveryError == nil ? [] : [.deliveryFailing])
      + (staleDelivery(at: now) == nil ? [] : [.deliveryStale])
  }

  private var deliveryError: String? {
    recorders.firstNonNil { $0.status?.latestDeliveryError.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// CloudTrail delivers every few minutes; a day without a delivery means something broke.
  private func staleDelivery(at now: Date) -> Date? {
    recorders.firstNonNil { candidate in
      candidate.status?.latestDeliveryAt.flatMap { now.timeIntervalSince($0) > 86_400 ? $0 : nil }
    }
  }

  private var recorders: [Candidate] { candidates.filter { !$0.scope.isEmpty } }

  /// About the nearest trail, with what is wrong with any.
  func values(at now: Date) -> Values {
    guard let nearest else { return [:] }
    var values = nearest.values
    values["lastDelivery"] = (staleDelivery(at: now) ?? nearest.status?.latestDeliveryAt)?.timestamp
    values["deliveryError"] = deliveryError ?? nearest.status?.latestDeliveryError
    values["recordedBy"] = recorders.isEmpty ? nil : recorders.map(\.trail.name).listed
    let others = candidates.map(\.trail.arn).filter { $0 != nearest.trail.arn }
    values["otherTrails"] = others.isEmpty ? nil : others.listed
    return values
  }
}

extension TrailCoverage.Candidate {
  init(_ trail: Trail, _ state: TrailState?) {
    self.trail = trail
    do throws(Gap) {
      self.state = try Self.judged(trail, state)
    } catch {
      self.state = .unknown(error)
    }
  }

  /// A trail that stands still records nothing, whatever it would select.
  private static func judged(_ trail: Trail, _ state: TrailState?) throws(Gap) -> State {
    guard let state else { throw Gap(.notCollected, "cloudtrail:GetTrailStatus") }
    let status = try state.status.get()
    guard status.isLogging else { return .stopped(status) }
    let selectors = try state.selectors.get()
    let custom = trail.hasCustomEventSelectors
    guard let scope = selectors.managementEvents(ofTrailWithCustomSelectors: custom) else {
      throw Gap(
        .undecodable,
        "cloudtrail:GetEventSelectors",
        message: "the trail has event selectors of its own, and the answer holds none"
      )
    }
    return .recording(status, selectors, scope)
  }

  var scope: EventScope {
    if case .recording(_, _, let scope) = state { scope } else { [] }
  }

  var isLogging: Bool {
    if case .recording = state { true } else { false }
  }

  var status: TrailStatus? {
    switch state {
    case .recording(let status, _, _), .stopped(let status): status
    case .unknown: nil
    }
  }

  fileprivate var rank: Int {
    switch state {
    case .recording(_, _, let scope): 2 + scope.rawValue
    case .unknown: 1
    case .stopped: 0
    }
  }

  fileprivate var values: Values {
    var values: Values = [
      "trail": trail.name,
      "trailARN": trail.arn,
      "homeRegion": trail.homeRegion.name,
      "multiRegion": "\(trail.isMultiRegion)",
      "organization": "\(trail.isOrganization)",
    ]
    values["logging"] = status.map { "\($0.isLogging)" }
    if case .recording(_, let selectors, let scope) = state {
      values["managementEvents"] = scope.text
      let excluded = selectors.excludedSources
      values["excludedSources"] = excluded.isEmpty ? nil : excluded.listed
    }
    values["stoppedAt"] = status?.isLogging == false ? status?.stoppedLoggingAt?.timestamp : nil
    return values
  }
}

extension Sequence {
  fileprivate func firstNonNil<Result>(_ transform: (Element) -> Result?) -> Result? {
    lazy.compactMap(transform).first
  }
}
