import Domain
import Testing

struct RegionalTests {
  private let reason = Reason("any", en: "any", ja: "任意")
  private let denied = Gap(.accessDenied, "ec2:DescribeVolumes")

  @Test func aDeniedRegionHidesNothingOfTheOthers() {
    let volumes = Regional<[String]>([
      ("eu-west-1", .unreadable(denied)), ("us-east-1", .known(["vol-1"])),
    ])
    let findings = volumes.findings(unit: unit) { region, names in
      names.map { .pass(Resource(arn: $0, region: region), reason) }
    }
    #expect(
      findings == [
        .unknown(unit("eu-west-1"), denied),
        .pass(Resource(arn: "vol-1", region: "us-east-1"), reason),
      ]
    )
  }

  @Test func aGapMetWhileJudgingMakesOnlyThatRegionUnknown() {
    let values = Regional<Int>([("eu-west-1", .known(1)), ("us-east-1", .known(2))])
    let findings = values.findings(unit: unit) { region, value throws(Gap) in
      if value == 1 { throw denied }
      return [.pass(unit(region), reason)]
    }
    #expect(findings.map(\.status) == [.unknown, .pass])
  }

  @Test func withoutTheListOfRegionsThereIsOneUnknown() {
    let findings = Regional<Int>(unreadable: denied).findings(unit: unit) { _, _ in [] }
    #expect(findings == [.unknown(unit(nil), denied)])
  }

  @Test func answersForOneRegion() {
    let values = Regional<Int>([("eu-west-1", .known(1))])
    #expect(values["eu-west-1"] == .known(1))
    #expect(values["us-east-1"] == nil)
  }

  private func unit(_ region: Region?) -> Resource {
    Resource(arn: "arn:aws:ec2:\(region?.name ?? "*"):111122223333:*", region: region)
  }
}
