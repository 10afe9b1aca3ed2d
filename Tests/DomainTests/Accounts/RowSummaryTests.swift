import Domain
import FoundationEssentials
import Testing

struct RowSummaryTests {
  private let resource = Resource(arn: "arn:aws:s3:::logs", region: nil)
  private let reason = Reason("any", en: "any", ja: "任意")
  private let weak = Reason("weak", en: "weak", ja: "弱い")

  @Test func oneAlertOutweighsEverything() {
    let summary = summary([pass, unknown(.throttled), .alert(resource, reason), pass])
    #expect(summary.status == .alert)
    #expect(summary.counts.total == 4)
  }

  @Test func missingEvidenceIsNeverAPass() {
    #expect(summary([pass, unknown(.accessDenied)]).status == .unknown)
  }

  @Test func aWarnedPassPassesAndIsCountedApart() {
    let summary = summary([pass, .pass(resource, reason, warnings: [weak])])
    #expect(summary.status == .pass)
    #expect(summary.counts.pass == 2)
    #expect(summary.counts.warning == 1)
  }

  @Test func nothingToJudgeIsEmpty() {
    let summary = summary([.notApplicable(resource, .nothingToCheck)])
    #expect(summary.status == .pass)
    #expect(summary.isEmpty)
    #expect(!self.summary([unknown(.gone)]).isEmpty)
  }

  @Test func namesTheCommonestCause() {
    let findings = [unknown(.throttled), unknown(.accessDenied), unknown(.accessDenied), pass]
    #expect(summary(findings).cause == .accessDenied)
    #expect(summary([pass]).cause == nil)
  }

  @Test func ofEquallyCommonCausesItAlwaysNamesTheSame() {
    let findings = [unknown(.throttled), unknown(.accessDenied)]
    #expect(summary(findings).cause == .accessDenied)
    #expect(summary(findings.reversed()).cause == .accessDenied)
  }

  private var pass: Finding { .pass(resource, reason) }

  private func unknown(_ cause: Gap.Cause) -> Finding {
    .unknown(resource, Gap(cause, "s3:ListAllMyBuckets"))
  }

  private func summary(_ findings: [Finding]) -> RowSummary {
    RowSummary(of: findings, checkedAt: Date(timeIntervalSince1970: 0), duration: 1)
  }
}
