import AWSOperations
import Domain
import FoundationEssentials
import Testing

@testable import Checks

struct ASC03TrailInEveryRegionTests {
  @Test func anAccountWithoutTrailsAlertsInEveryRegion() {
    let findings = findings([], regions: [(tokyo, .known([])), (virginia, .known([]))])
    #expect(findings.map(\.verdict) == [Verdict(.alert, .noTrail), Verdict(.alert, .noTrail)])
    #expect(findings.first?.resource.arn == "arn:aws:cloudtrail:ap-northeast-1:123456789012:*")
  }

  @Test func whatCouldNotBeReadIsUnknown() {
    #expect(Check.trailInEveryRegion.judged(.denied).map(\.verdict) == [.unknown, .unknown])
    #expect(Check.trailInEveryRegion.judged(.unread).map(\.verdict) == [.unknown])
  }

  @Test func aMultiRegionTrailCoversEveryRegionEvenOneThatRefuses() {
    let sample = Sample("t", isMultiRegion: true)
    let findings = findings(
      [sample],
      regions: [(tokyo, .known([sample.trail])), (virginia, .unreadable(denied))]
    )
    #expect(
      findings.map(\.verdict) == [Verdict(.pass, .regionCovered), Verdict(.pass, .regionCovered)]
    )
    #expect(findings.first?.values["recordedBy"] == "t")
    #expect(findings.first?.values["managementEvents"] == "read+write")
  }

  /// Without an all-region trail every region used to be flagged, covered or not.
  @Test func aSingleRegionTrailCoversItsHomeOnly() {
    let findings = findings([Sample("t", includesGlobalEvents: true)])
    #expect(
      findings.map(\.verdict) == [Verdict(.pass, .regionCovered), Verdict(.alert, .noTrail)]
    )
  }

  @Test func readAndWriteEventsMayComeFromTwoTrails() {
    let samples = [
      Sample("r", isMultiRegion: true, "ReadOnly"), Sample("w", isMultiRegion: true, "WriteOnly"),
    ]
    let findings = findings(samples)
    #expect(Set(findings.map(\.verdict)) == [Verdict(.pass, .regionCovered)])
    #expect(findings.first?.values["recordedBy"] == "r, w")
  }

  @Test func advancedSelectorsCountAsLogging() {
    var sample = Sample("t", isMultiRegion: true)
    var field = EventSelectors.Advanced.Field(name: "eventCategory")
    field.equals = ["Management"]
    sample.state.selectors = .known(EventSelectors(advanced: [.init(fields: [field])]))
    #expect(findings([sample]).first?.verdict == Verdict(.pass, .regionCovered))
  }

  @Test func alertsWhenTheTrailIsStopped() {
    var sample = Sample("t", isMultiRegion: true)
    var status = TrailStatus(isLogging: false)
    status.stoppedLoggingAt = scanTime
    sample.state.status = .known(status)
    let findings = findings([sample])
    #expect(findings.first?.verdict == Verdict(.alert, .trailStopped))
    #expect(findings.first?.values["stoppedAt"] == "2026-06-11T10:00:00Z")
  }

  @Test func theSelectorsOfAStoppedTrailDoNotMatter() {
    var sample = Sample("t", isMultiRegion: true)
    sample.state = TrailState(
      status: .known(TrailStatus(isLogging: false)),
      selectors: .unreadable(denied)
    )
    #expect(findings([sample]).first?.verdict == Verdict(.alert, .trailStopped))
  }

  @Test func alertsWhenManagementEventsAreOff() {
    var selector = EventSelectors.Classic()
    selector.includesManagementEvents = false
    var sample = Sample("t", isMultiRegion: true)
    sample.state.selectors = .known(EventSelectors(classic: [selector]))
    #expect(findings([sample]).first?.verdict == Verdict(.alert, .mgmtEventsOff))
  }

  @Test(arguments: [("WriteOnly", Reason.writeOnly), ("ReadOnly", .readOnly)])
  func alertsWhenHalfOfTheEventsAreMissing(_ type: String, _ reason: Reason) {
    #expect(
      findings([Sample("t", isMultiRegion: true, type)]).first?.verdict == Verdict(.alert, reason)
    )
  }

  @Test func anUnknownStatusLeavesTheRegionUnknown() {
    for cause in [Gap.Cause.accessDenied, .gone] {
      var sample = Sample("org", isMultiRegion: true)
      sample.state.status = .unreadable(Gap(cause, "cloudtrail:GetTrailStatus"))
      let findings = findings([sample])
      #expect(findings.first?.verdict == .unknown)
      #expect(findings.first?.values["action"] == "cloudtrail:GetTrailStatus")
      #expect(findings.first?.values["trail"] == "org")
    }
  }

  @Test func unknownSelectorsOfARunningTrailLeaveTheRegionUnknown() {
    var sample = Sample("t", isMultiRegion: true)
    sample.state.selectors = .unreadable(denied)
    #expect(findings([sample]).first?.verdict == .unknown)
  }

  @Test func anUnknownTrailDoesNotHideAGoodOne() {
    var hidden = Sample("hidden", isMultiRegion: true)
    hidden.state.status = .unreadable(denied)
    let findings = findings([hidden, Sample("t", isMultiRegion: true)])
    #expect(findings.first?.verdict == Verdict(.pass, .regionCovered))
    #expect(findings.first?.values["trail"] == "t")
    #expect(findings.first?.values["otherTrails"] == hidden.trail.arn)
  }

  @Test func anUnknownTrailBesideABadOneLeavesTheRegionUnknown() {
    var hidden = Sample("hidden", isMultiRegion: true)
    hidden.state.status = .unreadable(denied)
    #expect(
      findings([hidden, Sample("w", isMultiRegion: true, "WriteOnly")]).first?.verdict == .unknown
    )
  }

  @Test func emptySelectorsOfATrailThatHasSomeAreUnknown() {
    var sample = Sample("t", isMultiRegion: true)
    sample.trail.hasCustomEventSelectors = true
    sample.state.selectors = .known(EventSelectors())
    #expect(findings([sample]).first?.verdict == .unknown)
    sample.trail.hasCustomEventSelectors = false
    #expect(findings([sample]).first?.verdict == Verdict(.pass, .regionCovered))
  }

  @Test func aTrailNobodyAskedAboutIsUnknown() {
    let trail = Sample("t", isMultiRegion: true).trail
    let inventory = Inventory.with { $0.trails = Regional([(tokyo, .known([trail]))]) }
    #expect(Check.trailInEveryRegion.judged(inventory).map(\.verdict) == [.unknown])
  }

  @Test func warnsWhenDeliveryFails() {
    var sample = Sample("t", isMultiRegion: true)
    var status = TrailStatus(isLogging: true)
    status.latestDeliveryError = "NoSuchBucket"
    sample.state.status = .known(status)
    let findings = findings([sample])
    #expect(findings.first?.verdict == Verdict(.pass, .regionCovered, [.deliveryFailing]))
    #expect(findings.first?.values["deliveryError"] == "NoSuchBucket")
  }

  @Test func warnsWhenDeliveryStoodStillForMoreThanADay() {
    for (seconds, warnings) in [(86_400, []), (86_401, [Reason.deliveryStale])] {
      var sample = Sample("t", isMultiRegion: true)
      var status = TrailStatus(isLogging: true)
      status.latestDeliveryAt = scanTime.addingTimeInterval(-Double(seconds))
      sample.state.status = .known(status)
      #expect(findings([sample]).first?.warnings == warnings)
    }
  }

  @Test func warnsWhenNoTrailLogsGlobalEvents() {
    #expect(findings([Sample("t")]).first?.warnings == [.globalEventsNotLogged])
  }

  @Test func saysNothingOfGlobalEventsWhileARegionIsHidden() {
    let sample = Sample("t")
    let findings = findings(
      [sample],
      regions: [(tokyo, .known([sample.trail])), (virginia, .unreadable(denied))]
    )
    #expect(findings.first?.verdict == Verdict(.pass, .regionCovered))
  }

  private func findings(
    _ samples: [Sample],
    regions: [Regional<[Trail]>.Entry]? = nil
  ) -> [Finding] {
    let all = samples.map(\.trail)
    return Check.trailInEveryRegion.judged(
      .with { inventory in
        inventory.trails = Regional(
          regions ?? [
            (tokyo, .known(all)), (virginia, .known(all.filter(\.isMultiRegion))),
          ]
        )
        inventory.trailStates = Dictionary(
          samples.map { ($0.trail.arn, $0.state) },
          uniquingKeysWith: { first, _ in first }
        )
      }
    )
  }
}

/// A running trail at home in Tokyo, with its state.
private struct Sample {
  var trail: Trail
  var state: TrailState

  init(
    _ name: String,
    isMultiRegion: Bool = false,
    includesGlobalEvents: Bool = false,
    _ readWriteType: String = "All"
  ) {
    trail = Trail(
      arn: "arn:aws:cloudtrail:ap-northeast-1:123456789012:trail/\(name)",
      name: name,
      homeRegion: tokyo,
      bucket: "logs"
    )
    trail.isMultiRegion = isMultiRegion
    trail.includesGlobalServiceEvents = includesGlobalEvents || isMultiRegion
    var selector = EventSelectors.Classic()
    selector.readWriteType = readWriteType
    state = TrailState(
      status: .known(TrailStatus(isLogging: true)),
      selectors: .known(EventSelectors(classic: [selector]))
    )
  }
}
