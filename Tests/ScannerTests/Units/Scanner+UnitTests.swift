import AWSClient
import Checks
import Demo
import Domain
import Testing

@testable import Scanner

struct ScannerUnitTests {
  /// Of everything the demo account has, whatever row says it.
  @Test func aFindingLookedAtAloneReadsAsInItsRow() async throws {
    let scanner = DemoWire().scanner()
    let rows = try await scanner.scan(Catalog.checks) { _ in }.rows
    let again = try await scanner.scan(Catalog.checks) { _ in }.rows
    var alone = 0
    for (row, later) in zip(rows, again) {
      for finding in later.findings where row.findings.contains(finding) {
        let check = try #require(Catalog.check(row.id))
        guard let unit = UnitScope(check, finding) else { continue }
        let outcome = try await scanner.rescan(unit, of: finding)
        guard case .judged(let result) = outcome else { continue }
        alone += 1
        let expected = later.findings.filter { unit.extent.covers($0.resource) }
        #expect(result.rows.map(\.id) == [row.id])
        #expect(result.rows[0].findings == expected, "\(row.id) \(finding.resource.arn)")
      }
    }
    #expect(alone > 100)
  }

  @Test(
    arguments: [
      ("ASC 01", ["GetAccountSummary"]),
      ("ASC 07", ["DescribeVolumes", "GetEbsEncryptionByDefault"]),
      ("ASC 08", ["DescribeVpcs", "DescribeFlowLogs", "DescribeLogGroups"]),
      ("ASC 13", ["encryption", "logging"]),
    ] as [(CheckID, Set<String>)]
  )
  func onlyTheUnitsCallsAreMade(_ row: CheckID, _ calls: Set<String>) async throws {
    let wire = DemoWire()
    let scanner = wire.scanner()
    let check = try #require(Catalog.check(row))
    let findings = try #require(try await scanner.scan([check]) { _ in }.rows.first).findings
    let finding = try #require(findings.first { $0.status == .alert } ?? findings.first)
    wire.forget()
    let unit = try #require(UnitScope(check, finding))
    _ = try await scanner.rescan(unit, of: finding)
    #expect(wire.operations.subtracting(["GetCallerIdentity"]) == calls)
  }

  @Test func aVolumeThatIsGoneIsNoFinding() async throws {
    let result = try await rescanOfVolume { _ in
      let error = "<Response><Errors><Error><Code>InvalidVolume.NotFound</Code></Error></Errors>"
      return HTTPResponse(status: 400, body: Array("\(error)</Response>".utf8))
    }
    guard case .judged(let result) = result else { return #expect(Bool(false)) }
    #expect(result.rows.map(\.findings) == [[]])
  }

  @Test func aVolumeThatCannotBeReadLeavesTheOldResult() async throws {
    let result = try await rescanOfVolume { _ in
      let error = "<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors>"
      return HTTPResponse(status: 403, body: Array("\(error)</Response>".utf8))
    }
    guard case .unread(let finding) = result else { return #expect(Bool(false)) }
    #expect(finding.values["cause"] == Gap.Cause.accessDenied.rawValue)
  }

  @Test func credentialsOfAnotherAccountChangeNothing() async throws {
    await #expect(throws: ScanFailure.otherAccount(DemoAccount.account)) {
      let unit = try Self.volumeUnit
      _ = try await DemoWire().scanner().rescan(unit, of: .volume, in: "999988887777", .aws)
    }
  }

  private static var volumeUnit: UnitScope {
    get throws {
      let check = try #require(Catalog.check("ASC 07"))
      return try #require(UnitScope(check, .volume))
    }
  }

  private func rescanOfVolume(
    _ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) async throws -> UnitScan {
    let wire = DemoWire { request in
      let isAsked = String(decoding: request.body, as: UTF8.self).contains("VolumeId.1=vol-1")
      return isAsked ? answer(request) : nil
    }
    let unit = try Self.volumeUnit
    return try await wire.scanner().rescan(unit, of: .volume)
  }
}

extension Scanner {
  fileprivate func rescan(_ unit: UnitScope, of finding: Finding) async throws -> UnitScan {
    try await rescan(unit, of: finding, in: DemoAccount.account, .aws)
  }
}

extension Finding {
  fileprivate static let volume = Self.alert(
    Resource(arn: "arn:aws:ec2:eu-west-1:123456789012:volume/vol-1", region: "eu-west-1"),
    Catalog.reason(code: "volumeUnencrypted")
  )
}
