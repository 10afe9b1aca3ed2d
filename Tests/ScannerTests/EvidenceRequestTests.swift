import AWSClient
import AWSOperations
import Checks
import Demo
import Domain
import Foundation
import TestSupport
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

  @Test func paysOnceForAMonthThatIsClosed() async throws {
    let months = ClosedMonth.months(at: FakeClock().now).dropLast()
    let body = Locked(Self.costs(of: Array(months), isLastFinal: false))
    let wire = DemoWire { request in
      request.asksForCosts
        ? HTTPResponse(status: 200, headers: [:], body: Array(body.withLock { $0 }.utf8))
        : EvidenceAnswers.response(to: request)
    }
    let first = try await costs(wire, knowing: [], isPaid: true)
    #expect(first.closedMonths.map(\.month) == Array(months.dropLast()))
    #expect(first.tables.last?.rows.count == 1)

    // The bill of the last month is final by now, and nothing else is asked for.
    body.withLock { $0 = Self.costs(of: months.suffix(1), isLastFinal: true) }
    wire.forget()
    let second = try await costs(wire, knowing: first.closedMonths, isPaid: true)
    let asked = wire.asked.filter { $0.operation == "GetCostAndUsage" }
    #expect(asked.count == 1)
    #expect(asked.first?.body.contains(#""Start":"\#(try #require(months.last))-01""#) == true)
    #expect(second.closedMonths.map(\.month) == Array(months))

    // From now on the table is there for nothing, agreed to or not.
    wire.forget()
    for isPaid in [true, false] {
      let third = try await costs(wire, knowing: second.closedMonths, isPaid: isPaid)
      #expect(third.tables.last == second.tables.last)
      #expect(third.closedMonths == second.closedMonths)
    }
    #expect(!wire.operations.contains("GetCostAndUsage"))
  }

  @Test func whatIsOnRecordOutlivesARefusal() async throws {
    let wire = DemoWire { request in
      request.asksForCosts
        ? .refused("AccessDeniedException", status: 400) : EvidenceAnswers.response(to: request)
    }
    let known = [ClosedMonth("2020-01", [.init(service: "S3", amount: "1", unit: "USD")])]
    let evidence = try await costs(wire, knowing: known, isPaid: true)
    #expect(evidence.closedMonths == known)
    #expect(evidence.notVisible.map(\.action.name).contains("ce:GetCostAndUsage"))
  }

  private func costs(
    _ wire: DemoWire,
    knowing months: [ClosedMonth],
    isPaid: Bool
  ) async throws -> Evidence {
    var known = Evidence(summary: Text(en: "", ja: ""))
    known.closedMonths = months
    var record = AccountRecord(account: DemoAccount.account, partition: .aws)
    record.evidence["ASC 06"] = EvidenceRecord(known, gatheredAt: FakeClock().now)
    let request = EvidenceRequest(paidRows: isPaid ? ["ASC 06"] : [])
    let check = try #require(Catalog.check("ASC 06"))
    let result = try await wire.scanner()
      .scan([check], evidence: request, onRecord: { [record] _ in record }) { _ in }
    return try #require(result.evidence["ASC 06"]?.evidence)
  }

  private static func costs(of months: [String], isLastFinal: Bool) -> String {
    let results = months.map { month -> String in
      let isEstimated = month == months.last && !isLastFinal
      return #"{"TimePeriod":{"Start":"\#(month)-01"},"Estimated":\#(isEstimated),"#
        + #""Groups":[{"Keys":["S3"],"Metrics":{"UnblendedCost":{"Amount":"1","Unit":"USD"}}}]}"#
    }
    return #"{"ResultsByTime":[\#(results.joined(separator: ","))]}"#
  }

  @Test(arguments: [
    ("2026-06-11T10:00:00Z", "2026-03-01", "2026-06-01"),
    ("2026-01-31T23:59:59Z", "2025-10-01", "2026-01-01"),
    ("2026-12-01T00:00:00Z", "2026-09-01", "2026-12-01"),
    ("2026-03-31T00:00:00Z", "2025-12-01", "2026-03-01"),
  ])
  func paysForTheLastThreeWholeMonths(now: String, start: String, end: String) throws {
    let date = try #require(Timestamp.date(now))
    let call = try #require(GetCostAndUsage(at: date, knowing: []))
    let body = String(decoding: call.request().body, as: UTF8.self)
    #expect(body.contains(#""TimePeriod":{"Start":"\#(start)","End":"\#(end)"}"#))
  }
}

extension HTTPRequest {
  fileprivate var asksForCosts: Bool {
    String(decoding: body, as: UTF8.self).contains("UnblendedCost")
  }
}
