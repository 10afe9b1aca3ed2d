import AWSClient
import AWSOperations
import Checks
import Demo
import Domain
import Foundation
import Testing

@testable import Scanner

struct EvidenceRequestTests {
  private static let manual = Catalog.checks.filter(\.isManual).map(\.id)

  @Test func gathersTheEvidenceOfEveryManualRowInTheSameScan() async throws {
    let wire = DemoWire(answer: EvidenceAnswers.response)
    let result = try await wire.scanner().scan(Catalog.checks, evidence: EvidenceRequest()) { _ in }
    let evidence = result.evidence.mapValues(\.evidence)
    #expect(Set(evidence.keys) == Set(Self.manual))
    #expect(result.rows.map(\.id) == Catalog.checks.filter { !$0.isManual }.map(\.id))
    let causes = Set(evidence.values.flatMap(\.notVisible).map(\.cause))
    #expect(causes.isSubset(of: [.accessDenied, .crossAccount, .unreachable, .throttled]))
  }

  @Test func fetchesNothingTwice() async throws {
    let wire = DemoWire(answer: EvidenceAnswers.response)
    _ = try await wire.scanner().scan(Catalog.checks, evidence: EvidenceRequest()) { _ in }
    let tally = Dictionary(wire.asked.map { ($0, 1) }, uniquingKeysWith: +)
    let repeated = tally.filter { $0.value > 1 }
    // The demo throttles twice, fails once, and redirects one bucket.
    #expect(repeated.values.allSatisfy { $0 == 2 })
    #expect(repeated.count <= 4, "\(repeated.keys.map(\.operation))")
  }

  @Test func changesNothingThatAutomaticRowsSay() async throws {
    let plain = try await DemoWire(answer: EvidenceAnswers.response).scanner()
      .scan(Catalog.checks) { _ in }
    let full = try await DemoWire(answer: EvidenceAnswers.response).scanner()
      .scan(Catalog.checks, evidence: EvidenceRequest()) { _ in }
    for (before, after) in zip(plain.rows, full.rows) {
      let account = DemoAccount.account
      #expect(
        Set(before.findings.map { $0.id(row: before.id, account: account) })
          == Set(after.findings.map { $0.id(row: after.id, account: account) }),
        "\(before.id)"
      )
      #expect(before.summary.counts == after.summary.counts, "\(before.id)")
    }
  }

  @Test func isNotReadUnlessAskedFor() async throws {
    let wire = DemoWire(answer: EvidenceAnswers.response)
    _ = try await wire.scanner().scan(Catalog.checks) { _ in }
    #expect(wire.operations.intersection(EvidenceAnswers.operations) == ["object-lock"])
  }

  @Test func asksForNothingPaidUnlessAgreedTo() async throws {
    let wire = DemoWire(answer: EvidenceAnswers.response)
    _ = try await wire.scanner().scan(Catalog.checks, evidence: EvidenceRequest()) { _ in }
    #expect(!wire.operations.contains("GetCostAndUsage"))
    wire.forget()
    let budgets = try #require(Catalog.check("ASC 06"))
    _ = try await wire.scanner()
      .scan([budgets], evidence: EvidenceRequest(paidRows: ["ASC 06"])) { _ in }
    #expect(wire.asked.filter { $0.operation == "GetCostAndUsage" }.count == 1)
  }

  @Test(
    arguments: [
      (
        "ASC 09",
        [
          "DescribeInstances", "DescribeKeyPairs", "DescribeSecurityGroups",
          "DescribeNetworkInterfaces", "DescribeVpcs", "GetManagedPrefixListEntries",
        ]
      ),
      (
        "ASC 06",
        [
          "DescribeBudgets", "DescribeNotificationsForBudget", "DescribeAlarms",
          "DescribeReportDefinitions", "ListExports", "GetExport",
        ]
      ),
    ] as [(CheckID, [String])]
  )
  func aRowAloneAsksOnlyForWhatItNeeds(row: CheckID, operations: [String]) async throws {
    let wire = DemoWire(answer: EvidenceAnswers.response)
    let check = try #require(Catalog.check(row))
    let result = try await wire.scanner().scan([check], evidence: EvidenceRequest()) { _ in }
    #expect(
      wire.operations == Set(operations).union(["GetCallerIdentity", "DescribeRegions"])
    )
    #expect(result.rows.isEmpty)
    #expect(Set(result.evidence.keys) == [row])
  }

  @Test func aBillingBucketThatIsNotOursIsLookedAtToo() async throws {
    let wire = DemoWire { request in
      request.url.contains("bills-of-somebody-else")
        ? .refused("AccessDenied", status: 403) : EvidenceAnswers.response(to: request)
    }
    let check = try #require(Catalog.check("ASC 02-02"))
    let result = try await wire.scanner().scan([check], evidence: EvidenceRequest()) { _ in }
    let evidence = try #require(result.evidence["ASC 02-02"]?.evidence)
    #expect(
      evidence.flags.map(\.en)
        == ["whether billing bucket bills-of-somebody-else is public could not be read"]
    )
    #expect(evidence.notVisible.map(\.action.name).contains("bcm-data-exports:GetExport"))
  }

  @Test func aPrefixListThatRulesReferToIsRead() async throws {
    let wire = DemoWire(answer: EvidenceAnswers.response)
    let check = try #require(Catalog.check("ASC 11"))
    let result = try await wire.scanner()
      .scan([check], regions: ["eu-west-1"], evidence: EvidenceRequest()) { _ in }
    let evidence = try #require(result.evidence["ASC 11"]?.evidence)
    #expect(
      evidence.material.groups[.init("worldOpen", in: "eu-west-1")]
        == .items(["sg-1 tcp 22 pl-1": ""])
    )
  }

  @Test func aRowThatWasGivenUpTellsNothing() async throws {
    let control = ScanControl()
    control.cancel(["ASC 09"])
    let check = try #require(Catalog.check("ASC 09"))
    let wire = DemoWire(answer: EvidenceAnswers.response)
    let result = try await wire.scanner()
      .scan([check], control: control, evidence: EvidenceRequest()) { _ in }
    #expect(result.evidence.isEmpty)
  }

  @Test(arguments: [
    ("2026-06-11T10:00:00Z", "2026-03-01", "2026-06-01"),
    ("2026-01-31T23:59:59Z", "2025-10-01", "2026-01-01"),
    ("2026-12-01T00:00:00Z", "2026-09-01", "2026-12-01"),
    ("2026-03-31T00:00:00Z", "2025-12-01", "2026-03-01"),
  ])
  func paysForTheLastThreeWholeMonths(now: String, start: String, end: String) throws {
    let call = GetCostAndUsage(wholeMonthsBefore: try #require(Timestamp.date(now)))
    let body = String(decoding: call.request().body, as: UTF8.self)
    #expect(body.contains(#""TimePeriod":{"Start":"\#(start)","End":"\#(end)"}"#))
  }
}
