import AWSClient
import Checks
import Demo
import Domain
import FoundationEssentials
import Scanner
import TestSupport
import Testing

struct ScannerTests {
  @Test func judgesEveryAutomaticRow() async throws {
    let result = try await DemoWire().scanner().scan(Catalog.checks) { _ in }
    #expect(result.rows.map(\.id) == Catalog.checks.filter { !$0.isManual }.map(\.id))
    #expect(result.account == DemoAccount.account)
    #expect(result.summary.regions.count == 17)
    #expect(Set(result.rows.map(\.summary.status)) == [.pass, .alert, .unknown])
  }

  @Test func fetchesNothingTwice() async throws {
    let wire = DemoWire()
    _ = try await wire.scanner().scan(Catalog.checks) { _ in }
    let tally = Dictionary(wire.asked.map { ($0, 1) }, uniquingKeysWith: +)
    let repeated = tally.filter { $0.value > 1 }
    // The demo throttles twice, fails once, and redirects one bucket.
    #expect(repeated.values.allSatisfy { $0 == 2 })
    #expect(repeated.count <= 4, "\(repeated.keys.map(\.operation))")
  }

  @Test func countsItsCalls() async throws {
    let wire = DemoWire()
    let result = try await wire.scanner().scan(Catalog.checks) { _ in }
    #expect(result.summary.calls == wire.asked.count)
  }

  @Test func aRowAloneAsksOnlyForWhatItNeeds() async throws {
    let wire = DemoWire()
    let check = try #require(Catalog.check("ASC 13"))
    _ = try await wire.scanner().scan([check]) { _ in }
    #expect(
      wire.operations.subtracting(["path"])
        == ["GetCallerIdentity", "DescribeRegions", "max-buckets", "encryption", "logging"]
    )
  }

  @Test func aRowScannedAgainIsReadAfresh() async throws {
    let wire = DemoWire()
    let scanner = wire.scanner()
    let check = try #require(Catalog.check("ASC 12"))
    let first = try await scanner.scan([check]) { _ in }
    let second = try await scanner.scan([check]) { _ in }
    #expect(first.rows.map(\.summary.status) == [.alert])
    #expect(second.rows.map(\.summary.status) == [.pass])
  }

  @Test func aDeniedRegionHidesNothingOfTheOthers() async throws {
    let result = try await DemoWire().scanner().scan(Catalog.checks) { _ in }
    let row = try #require(result.rows.first { $0.id == "ASC 10" })
    #expect(row.summary.counts.unknown == 2)
    #expect(row.summary.counts.pass > 0)
    #expect(row.summary.cause == .accessDenied)
  }

  @Test func narrowsToTheRegionsThatWereNamed() async throws {
    let wire = DemoWire()
    let check = try #require(Catalog.check("ASC 07"))
    let result = try await wire.scanner().scan([check], regions: ["eu-west-1"]) { _ in }
    #expect(result.summary.regions == ["eu-west-1"])
    let volumes = wire.asked.filter { $0.operation == "DescribeVolumes" }
    #expect(Set(volumes.map(\.url)) == ["https://ec2.eu-west-1.amazonaws.com/"])
  }

  @Test func saysWhichRegionsItTellsNothingAbout() async throws {
    let check = try #require(Catalog.check("ASC 07"))
    let whole = try await DemoWire().scanner().scan([check]) { _ in }
    let disabled = whole.summary.leftOut.filter { $0.reason == .notEnabled }.map(\.region)
    #expect(disabled.contains("af-south-1"))
    #expect(Set(disabled).isDisjoint(with: whole.summary.regions))
    let one = try await DemoWire().scanner().scan([check], regions: ["eu-west-1"]) { _ in }
    let others = one.summary.leftOut.filter { $0.reason == .notChosen }.map(\.region)
    #expect(Set(others) == Set(whole.summary.regions).subtracting(["eu-west-1"]))
  }

  @Test func asksNothingWhereSomebodyPutARegionOutOfScope() async throws {
    let wire = DemoWire()
    let check = try #require(Catalog.check("ASC 07"))
    let record = Self.record(outOfScope: ["eu-west-1"])
    let result = try await wire.scanner().scan([check], onRecord: { _ in record }) { _ in }
    #expect(result.summary.regions.count == 16)
    #expect(!wire.asked.contains { $0.url.contains("eu-west-1") })
    let decided = result.summary.leftOut.filter { $0.reason == .decided }
    #expect(decided == [LeftOutRegion("eu-west-1", .decided, because: "SCP")])
    #expect(result.rows.flatMap(\.findings).allSatisfy { $0.resource.region != "eu-west-1" })
  }

  @Test func aRegionThatIsNamedIsScannedAllTheSame() async throws {
    let wire = DemoWire()
    let check = try #require(Catalog.check("ASC 07"))
    let record = Self.record(outOfScope: ["eu-west-1"])
    let result = try await wire.scanner()
      .scan([check], regions: ["eu-west-1"], onRecord: { _ in record }) { _ in }
    #expect(result.summary.regions == ["eu-west-1"])
    #expect(!result.summary.leftOut.contains { $0.reason == .decided })
  }

  private static func record(outOfScope regions: [Region]) -> AccountRecord {
    var record = AccountRecord(account: DemoAccount.account, partition: .aws)
    let exception = Suppression(
      id: "1",
      scope: .regions(regions),
      reason: "SCP",
      person: "Alice",
      recordedAt: FakeClock().now,
      until: FakeClock().now + 86_400
    )
    record.log.append(.exception(exception))
    return record
  }

  /// Each call takes long enough for news to be told before the next.
  @Test func alertsAreCountedWhileTheScanRuns() async throws {
    let wire = DemoWire(pace: .seconds(1))
    let told = Locked<[Int]>([])
    let check = try #require(Catalog.check("ASC 07"))
    let result = try await wire.scanner().scan([check]) { event in
      if case .progress(_, let progress) = event { told.withLock { $0.append(progress.alerts) } }
    }
    let alerts = told.withLock { $0 }
    #expect(alerts == alerts.sorted())
    #expect((1...result.rows[0].summary.counts.alert).contains(try #require(alerts.last)))
  }

  @Test func refusesARegionTheAccountHasNot() async throws {
    await #expect {
      try await DemoWire().scanner().scan(Catalog.checks, regions: ["mars-north-1"]) { _ in }
    } throws: { error in
      if case ScanFailure.unknownRegion("mars-north-1", let enabled) = error {
        enabled.count == 17
      } else {
        false
      }
    }
  }

  @Test func asksAnotherRegionWhereTheHomeRegionMayNotListThem() async throws {
    let wire = DemoWire { request in
      let isHome = request.url.contains(DemoAccount.region.name)
      return isHome && DemoWire.Request(request).operation == "DescribeRegions" ? .denied : nil
    }
    let check = try #require(Catalog.check("ASC 07"))
    let result = try await wire.scanner().scan([check]) { _ in }
    #expect(result.summary.regions.count == 17)
  }

  @Test func withoutAListOfRegionsEveryRegionalRowIsUnknown() async throws {
    let wire = DemoWire { request in
      DemoWire.Request(request).operation == "DescribeRegions" ? .denied : nil
    }
    let result = try await wire.scanner().scan(Catalog.checks) { _ in }
    let unknown = result.rows.filter { $0.summary.status == .unknown }.map(\.id)
    #expect(Set(unknown).isSuperset(of: ["ASC 03", "ASC 07", "ASC 08", "ASC 10"]))
    let buckets = try #require(result.rows.first { $0.id == "ASC 13" })
    #expect(buckets.summary.status == .pass)
  }

  @Test func aRegionThatRefusesTheCredentialsIsNotAnExpiredSession() async throws {
    let wire = DemoWire { request in
      request.url.contains("ec2.eu-west-1") ? .refused("AuthFailure", status: 401) : nil
    }
    let check = try #require(Catalog.check("ASC 07"))
    let result = try await wire.scanner().scan([check]) { _ in }
    let unknown = try #require(result.rows.first?.findings.filter { $0.status == .unknown })
    #expect(Set(unknown.compactMap { $0.values["cause"] }) == ["regionNotUsable"])
    #expect(unknown.allSatisfy { $0.resource.region == "eu-west-1" })
  }

  @Test func credentialsThatLapseLeaveTheRestUnknown() async throws {
    let wire = DemoWire { request in
      request.url.contains("s3") ? .refused("ExpiredToken", status: 400) : nil
    }
    let result = try await wire.scanner().scan(Catalog.checks) { _ in }
    let buckets = try #require(result.rows.first { $0.id == "ASC 12" })
    #expect(buckets.summary.status == .unknown)
    #expect(buckets.summary.cause == .credentials)
    let volumes = try #require(result.rows.first { $0.id == "ASC 07" })
    #expect(volumes.summary.status == .alert)
  }

  @Test func saysThatTheCallerIsUnknownWhenCredentialsAreNotValid() async throws {
    let wire = DemoWire { _ in .refused("InvalidClientTokenId", status: 403) }
    await #expect {
      try await wire.scanner().scan(Catalog.checks) { _ in }
    } throws: { error in
      if case ScanFailure.notIdentified(let gap) = error {
        gap.cause == .credentials
      } else {
        false
      }
    }
  }

  @Test func timeThatRunsOutIsUnknownAndNotAPass() async throws {
    let wire = DemoWire(pace: .seconds(1))
    let result = try await wire.scanner(timeLimit: 20).scan(Catalog.checks) { _ in }
    #expect(result.rows.contains { $0.summary.cause == .cancelled })
    #expect(result.rows.allSatisfy { $0.summary.status != .pass || $0.summary.cause == nil })
  }

  @Test func rowsThatWereGivenUpAreNotJudged() async throws {
    let control = ScanControl()
    control.cancel(["ASC 12"])
    let judged = Locked<[CheckID]>([])
    let result = try await DemoWire().scanner().scan(Catalog.checks, control: control) { event in
      if case .judged(let row) = event { judged.withLock { $0.append(row.id) } }
    }
    #expect(!result.rows.map(\.id).contains("ASC 12"))
    #expect(!judged.withLock { $0 }.contains("ASC 12"))
    #expect(result.rows.count == 9)
  }

  @Test func aCancelledScanJudgesNothing() async throws {
    let judged = Locked(0)
    let scan = Task {
      try await DemoWire().scanner().scan(Catalog.checks) { event in
        if case .judged = event { judged.withLock { $0 += 1 } }
      }
    }
    scan.cancel()
    await #expect(throws: ScanFailure.cancelled) { try await scan.value }
    #expect(judged.withLock { $0 } == 0)
  }
}

extension HTTPResponse {
  static let denied = refused("UnauthorizedOperation", status: 403)

  static func refused(_ code: String, status: Int) -> Self {
    let body = "<Response><Errors><Error><Code>\(code)</Code></Error></Errors></Response>"
    return Self(status: status, body: Array(body.utf8))
  }
}
