import FoundationEssentials
import Testing

@testable import Domain

struct CoverageTests {
  private let start = Date(timeIntervalSince1970: 1_781_174_342)
  private let account: AccountID = "111122223333"
  private let words = Reason("r", en: "r", ja: "r")
  private let weak = Reason("w", en: "w", ja: "w")

  @Test func aFindingIsCoveredByItsIDAlone() {
    let (alert, other) = (finding(.alert, "a"), finding(.alert, "b"))
    let scope = Suppression.Scope.findings([
      .init(finding: id(of: alert), row: "ASC 07", resource: alert.resource.arn)
    ])
    #expect(covers(scope, alert))
    #expect(!covers(scope, other))
    #expect(!covers(scope, alert, row: "ASC 08"))
  }

  @Test(arguments: [Finding.Status.alert, .unknown, .pass, .notApplicable])
  func onlyWhatCallsForSomebodyIsCovered(_ status: Finding.Status) {
    let scope = Suppression.Scope.pattern(.init(row: "ASC 07"))
    #expect(covers(scope, finding(status, "a")) == [.alert, .unknown].contains(status))
  }

  @Test func aWarnedPassIsCovered() {
    let finding = finding(.pass, "a", warnings: [weak])
    #expect(covers(.pattern(.init(row: "ASC 07")), finding))
  }

  @Test func aPatternNeedsAllThatItNames() {
    let finding = finding(.alert, "vol-1")
    #expect(covers(.pattern(.init(region: "eu-west-1", resource: Glob("vol-*"))), finding))
    #expect(!covers(.pattern(.init(region: "us-east-1", resource: Glob("vol-*"))), finding))
    #expect(!covers(.pattern(.init(row: "ASC 08", resource: Glob("vol-*"))), finding))
    #expect(!covers(.pattern(.init(resource: Glob("snap-*"))), finding))
    #expect(covers(.pattern(.init(resource: Glob("arn:*:volume/vol-?"))), finding))
    #expect(!covers(.pattern(.init(resource: Glob("arn:*:volume"))), finding))
  }

  @Test func globalIsTheRegionOfWhatHasNone() {
    let role = Finding(.alert, Resource(arn: "arn:aws:iam::1:role/a", region: nil), words)
    #expect(covers(.pattern(.init(region: .init("global"))), role))
    #expect(!covers(.pattern(.init(region: .init("global"))), finding(.alert, "a")))
  }

  /// A bucket there that is known to be public counts all the same.
  @Test func aRegionOutOfScopeCoversWhatCouldNotBeReadThere() {
    let scope = Suppression.Scope.regions(["us-east-1", "eu-west-1"])
    #expect(covers(scope, finding(.unknown, "a")))
    #expect(!covers(scope, finding(.alert, "a")))
    #expect(!covers(scope, finding(.pass, "a", warnings: [weak])))
    #expect(!covers(.regions(["us-east-1"]), finding(.unknown, "a")))
    let global = Finding(.unknown, Resource(arn: "arn:aws:iam::1:root", region: nil), words)
    #expect(!covers(scope, global))
  }

  @Test func theLongestExceptionIsTheOneToShow() {
    let coverage = Coverage(
      of: "ASC 07",
      by: [sample("short", days: 5), sample("long", days: 9), sample("middle", days: 7)]
    )
    let finding = finding(.alert, "a")
    #expect(coverage.suppression(of: finding, id: id(of: finding))?.id == "long")
  }

  @Test func whatIsExceptedIsCountedApart() {
    let findings = [
      finding(.alert, "a"), finding(.alert, "b"), finding(.unknown, "c"), finding(.pass, "d"),
      finding(.pass, "e", warnings: [weak]), finding(.notApplicable, "f"),
    ]
    let all = [sample("1", .pattern(.init(resource: Glob("[abcdef]")))), sample("2")]
    var summary = RowSummary(of: findings, checkedAt: start, duration: 1)
    summary.excepted = Coverage(of: "ASC 07", by: all)
      .groups(of: findings.map { finding in (finding, { id(of: finding) }) })
    #expect(summary.excepting([]).counts == summary.counts)
    let counts = summary.excepting(all).counts
    #expect([counts.alert, counts.unknown, counts.pass, counts.warning] == [0, 0, 1, 0])
    #expect([counts.notApplicable, counts.suppressed, counts.total] == [1, 4, 6])
    #expect(counts.status == .pass)
    #expect(!summary.excepting(all).isEmpty)
  }

  private func covers(
    _ scope: Suppression.Scope,
    _ finding: Finding,
    row: CheckID = "ASC 07"
  ) -> Bool {
    Coverage(of: row, by: [sample("1", scope)])
      .suppression(of: finding, id: id(of: finding)) != nil
  }

  private func id(of finding: Finding) -> String { finding.id(row: "ASC 07", account: account) }

  private func finding(
    _ status: Finding.Status,
    _ name: String,
    warnings: [Reason] = []
  ) -> Finding {
    let arn = "arn:aws:ec2:eu-west-1:111122223333:volume/\(name)"
    let resource = Resource(arn: arn, region: "eu-west-1")
    return Finding(status, resource, words, warnings: warnings)
  }

  private func sample(
    _ id: String,
    _ scope: Suppression.Scope = .pattern(.init(row: "ASC 07")),
    days: Double = 30
  ) -> Suppression {
    Suppression(
      id: id,
      scope: scope,
      reason: "test system",
      person: "Hanako",
      recordedAt: start,
      until: start.addingTimeInterval(days * 86_400)
    )
  }
}
