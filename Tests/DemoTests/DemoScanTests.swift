import AWSClient
import Checks
import Demo
import Domain
import FoundationEssentials
import Scanner
import Testing

/// The demo account scanned by everything that scans a real one.
struct DemoScanTests {
  private let scanner: Scanner

  init() {
    let clock = WallClock(now: { Date(timeIntervalSince1970: 1_795_435_200) }, sleep: { _ in })
    var parts = AWSClient.Dependencies(
      credentials: .fixed(DemoAccount.credentials),
      transport: DemoAccount.transport(clock: clock)
    )
    parts.clock = clock
    scanner = Scanner(
      client: AWSClient(parts),
      homeRegion: DemoAccount.region,
      clock: clock,
      timeLimit: 60
    )
  }

  @Test func everyStatusOfAnAutomaticRowOccurs() async throws {
    let rows = try await scan(Catalog.checks)
    let statuses = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.summary.status) })
    #expect(
      statuses == [
        "ASC 01": .pass, "ASC 02-01": .pass, "ASC 03": .pass, "ASC 04": .alert, "ASC 07": .alert,
        "ASC 08": .pass, "ASC 10": .unknown, "ASC 12": .alert, "ASC 13": .pass, "ASC 16": .alert,
      ]
    )
    #expect(rows.contains { $0.summary.status == .pass && $0.summary.counts.warning > 0 })
  }

  @Test func onlyADeniedCallIsUnreadable() async throws {
    let gaps = try await scan(Catalog.checks).flatMap(\.findings).filter { $0.status == .unknown }
    #expect(gaps.map { $0.values["action"] } == ["ec2:DescribeInstances", "ec2:DescribeInstances"])
    #expect(gaps.allSatisfy { $0.values["deniedBy"] == "serviceControlPolicy" })
    #expect(Set(gaps.map(\.resource.region)) == ["eu-north-1", "sa-east-1"])
  }

  @Test func onePublicBucketIsFixedMeanwhile() async throws {
    let row = try #require(Catalog.check("ASC 12"))
    let first = try await scan(Catalog.checks).first { $0.id == row.id }
    let names = first?.findings.filter { $0.status == .alert }.map(\.resource.name)
    #expect(names == ["press-kit-prod"])
    #expect(try await scan([row]).map(\.summary.status) == [.pass])
  }

  @Test func dozensOfVolumesInSeveralRegionsAreNotEncrypted() async throws {
    let row = try #require(Catalog.check("ASC 07"))
    let alerts = try await scan([row]).flatMap(\.findings).filter { $0.status == .alert }
    #expect(alerts.count == 32)
    #expect(Set(alerts.map(\.resource.region)).count == 6)
  }

  /// Of the rows that somebody answered, one is called in question.
  @Test func everyManualRowHasSomethingToSeeAndOneHasMoved() async throws {
    let result = try await scanner.scan(Catalog.checks, evidence: EvidenceRequest()) { _ in }
    let now = Date(timeIntervalSince1970: 1_795_435_200)
    var record = AccountRecord(account: DemoAccount.account, partition: .aws)
    for attestation in DemoAccount.attestations(now: now) {
      record.log.append(.attestation(attestation))
    }
    record.evidence = result.evidence
    let manual = Catalog.checks.filter(\.isManual)
    #expect(Set(result.evidence.keys) == Set(manual.map(\.id)))
    #expect(result.evidence.values.allSatisfy { !$0.evidence.tables.isEmpty })
    let causes = Set(result.evidence.values.flatMap(\.evidence.notVisible).map(\.cause))
    #expect(causes == [.accessDenied])
    let stale = manual.filter { Judgement(of: $0.id, in: record, at: now).isStale }
    #expect(stale.map(\.id) == ["ASC 15"])
    let moved = Judgement(of: "ASC 15", in: record, at: now).difference?.rows.map(\.item)
    #expect(
      Set(moved ?? []) == ["legacy-uploads-2014", "access-logs-tokyo", "vpc-flow-logs-prod"]
    )
  }

  @Test func costsAreThereForWhoeverPays() async throws {
    let row = try #require(Catalog.check("ASC 06"))
    let result = try await scanner.scan([row], evidence: EvidenceRequest(paidRows: [row.id])) {
      _ in
    }
    let evidence = try #require(result.evidence[row.id]?.evidence)
    #expect(evidence.flags.contains { $0.en.contains("Amazon SageMaker") })
    #expect(evidence.tables.contains { $0.rows.contains { $0.cells.last?.en == "+77%" } })
  }

  private func scan(_ checks: [Check]) async throws -> [ScanResult.Row] {
    try await scanner.scan(checks, onEvent: { _ in }).rows
  }
}
