import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC01RootAccessKeyTests {
  @Test func anAccountWithoutRootKeysPasses() {
    #expect(verdicts(["AccountAccessKeysPresent": 0]) == [Verdict(.pass, .noRootKey)])
  }

  @Test func whatCouldNotBeReadIsUnknown() {
    let findings = Check.rootAccessKey.judged(.denied)
    #expect(findings.map(\.verdict) == [.unknown])
    #expect(findings.first?.resource.arn == "arn:aws:iam::123456789012:root")
  }

  @Test func alertsOnARootKey() {
    let findings = Check.rootAccessKey.judged(
      summary(["AccountAccessKeysPresent": 1, "AccountMFAEnabled": 0])
    )
    #expect(findings.map(\.verdict) == [Verdict(.alert, .rootKeyPresent)])
    #expect(findings.first?.values["accessKeys"] == "1")
    #expect(findings.first?.values["mfaEnabled"] == "false")
    #expect(findings.first?.resource.region == nil)
  }

  @Test func alertsWhenTheScanRunsOnARootKey() {
    #expect(
      Check.rootAccessKey.judged(.with { $0.runAsRoot() }).map(\.verdict)
        == [Verdict(.alert, .rootKeyInUse)]
    )
  }

  @Test(arguments: ["aws-cn", "aws-us-gov"])
  func knowsTheRootUserOfOtherPartitions(_ partition: String) {
    let inventory = Inventory.with { $0.runAsRoot(in: partition) }
    #expect(
      Check.rootAccessKey.judged(inventory).map(\.verdict) == [Verdict(.alert, .rootKeyInUse)]
    )
  }

  @Test func temporaryCredentialsOfTheRootUserAreNoKey() {
    let inventory = Inventory.with {
      $0.runAsRoot()
      $0.accessKeyPrefix = "ASIA"
      $0.hasTemporaryCredentials = true
      $0.accountSummary = .known(AccountSummary(counters: ["AccountAccessKeysPresent": 0]))
    }
    #expect(Check.rootAccessKey.judged(inventory).map(\.verdict) == [Verdict(.pass, .noRootKey)])
  }

  @Test func warnsOfASigningCertificate() {
    #expect(
      verdicts(["AccountAccessKeysPresent": 0, "AccountSigningCertificatesPresent": 1])
        == [Verdict(.pass, .noRootKey, [.rootCertificate])]
    )
  }

  @Test func notesThatTheRootPasswordIsRemoved() {
    let findings = Check.rootAccessKey.judged(
      summary(["AccountAccessKeysPresent": 0, "AccountPasswordPresent": 0])
    )
    #expect(findings.first?.values["passwordPresent"] == "false")
  }

  @Test(arguments: [
    ["access_key_1_active": "true", "access_key_1_last_rotated": "2020-01-01T00:00:00+00:00"],
    ["access_key_2_active": "false", "access_key_2_last_rotated": "2020-01-01T00:00:00+00:00"],
    ["access_key_2_active": "true", "access_key_2_last_rotated": "N/A"],
  ])
  func anActiveOrInactiveKeyInTheReportAlerts(_ columns: [String: String]) {
    for summary in [Fact.unreadable(denied), .known(AccountSummary(counters: ["Users": 3]))] {
      #expect(reported(columns, summary).map(\.verdict) == [Verdict(.alert, .rootKeyPresent)])
    }
  }

  @Test(arguments: ["N/A", "not_supported", "no_information", ""])
  func aReportWithoutKeysPasses(_ absent: String) {
    let columns = [
      "access_key_1_active": "false", "access_key_1_last_rotated": absent,
      "access_key_2_active": "false", "access_key_2_last_rotated": absent,
    ]
    let findings = reported(columns)
    #expect(findings.map(\.verdict) == [Verdict(.pass, .noRootKeyReported)])
    #expect(findings.first?.values["reportedAt"] == "2026-06-11T10:00:00Z")
  }

  @Test func namesActivityAndLastUseFromTheReport() {
    let values = reported([
      "access_key_1_active": "true", "access_key_1_last_used_date": "2026-05-01T00:00:00+00:00",
      "access_key_2_last_rotated": "2020-01-01T00:00:00+00:00",
    ]).first?.values
    #expect(values?["accessKeys"] == "2")
    #expect(values?["activeKeys"] == "1")
    #expect(values?["lastUsed"] == "2026-05-01T00:00:00+00:00")
  }

  @Test func aReportWithoutTheRootUserLeavesItUnknown() {
    let report = CredentialReport(generatedAt: scanTime, rows: [["user": "alice"]])
    let inventory = Inventory.with {
      $0.accountSummary = .known(AccountSummary(counters: [:]))
      $0.credentialReport = .known(report)
    }
    let findings = Check.rootAccessKey.judged(inventory)
    #expect(findings.map(\.verdict) == [.unknown])
    #expect(findings.first?.values["action"] == "iam:GetAccountSummary")
    #expect(findings.first?.values["cause"] == "undecodable")
  }

  @Test func aSummaryWithoutTheCounterNeedsTheReport() {
    let inventory = Inventory.with {
      $0.accountSummary = .known(AccountSummary(counters: [:]))
      $0.credentialReport = .unreadable(denied)
    }
    let findings = Check.rootAccessKey.judged(inventory)
    #expect(findings.map(\.verdict) == [.unknown])
    #expect(findings.first?.values["cause"] == "accessDenied")
  }

  private func summary(_ counters: [String: Int]) -> Inventory {
    .with { $0.accountSummary = .known(AccountSummary(counters: counters)) }
  }

  private func verdicts(_ counters: [String: Int]) -> [Verdict] {
    Check.rootAccessKey.judged(summary(counters)).map(\.verdict)
  }

  private func reported(
    _ columns: [String: String],
    _ summary: Fact<AccountSummary> = .unreadable(denied)
  ) -> [Finding] {
    let root = columns.merging(["user": "<root_account>"]) { first, _ in first }
    let report = CredentialReport(generatedAt: scanTime, rows: [["user": "alice"], root])
    return Check.rootAccessKey.judged(
      .with {
        $0.accountSummary = summary
        $0.credentialReport = .known(report)
      }
    )
  }
}

extension Inventory {
  fileprivate mutating func runAsRoot(in partition: String = "aws") {
    identity.arn = "arn:\(partition):iam::123456789012:root"
    hasTemporaryCredentials = false
    accessKeyPrefix = "AKIA"
  }
}
