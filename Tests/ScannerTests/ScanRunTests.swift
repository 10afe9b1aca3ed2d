import AWSClient
import Checks
import Demo
import Domain
import Glibc
import Scanner
import TestSupport
import Testing

/// What holds however the calls of a scan interleave.
struct ScanRunTests {
  @Test func theResultDoesNotDependOnTheOrderOfTheAnswers() async throws {
    let first = try await Self.judgements(paced: false)
    for _ in 0..<20 {
      let again = try await Self.judgements(paced: true)
      #expect(
        again.keys.sorted { $0.number < $1.number } == first.keys.sorted { $0.number < $1.number }
      )
      for (row, findings) in first { #expect(again[row] == findings, "\(row)") }
    }
  }

  @Test func eventsComeOneAtATimeInOrderAndNoneAfterTheScan() async throws {
    let diary = Diary()
    let wire = DemoWire { _ in await Self.pause() }
    let result = try await wire.scanner().scan(Catalog.checks) { diary.write($0) }
    let written = diary.events
    #expect(!diary.overlapped)
    try? await Task.sleep(for: .milliseconds(50))
    #expect(diary.events.count == written.count)
    #expect(written.prefix(2).map(\.name) == ["identified", "regions"])
    for row in result.rows.map(\.id) {
      let names = written.filter { $0.row == row }.map(\.name)
      #expect(names.first == "started", "\(row)")
      #expect(names.last == "judged", "\(row)")
      #expect(names.dropFirst().dropLast().allSatisfy { $0 == "progress" }, "\(row): \(names)")
    }
  }

  @Test func progressStaysWithinItsTotal() async throws {
    let diary = Diary()
    let wire = DemoWire { _ in await Self.pause() }
    _ = try await wire.scanner().scan(Catalog.checks) { diary.write($0) }
    let progress = diary.events.compactMap(\.progress)
    #expect(!progress.isEmpty)
    #expect(progress.allSatisfy { (0...$0.total).contains($0.done) })
  }

  @Test func rowsGivenUpBeforeTheScanCostNoCalls() async throws {
    let (wire, control, diary) = (DemoWire(), ScanControl(), Diary())
    let others = Catalog.checks.map(\.id).filter { $0 != "ASC 01" }
    control.cancel(Set(others))
    let result = try await wire.scanner().scan(Catalog.checks, control: control) {
      diary.write($0)
    }
    #expect(result.rows.map(\.id) == ["ASC 01"])
    #expect(wire.operations == ["GetCallerIdentity", "DescribeRegions", "GetAccountSummary"])
    #expect(diary.events.filter { $0.name == "started" }.map(\.row) == ["ASC 01"])
  }

  @Test func aScanThatIsCancelledAsItBeginsReadsNothingMore() async {
    let wire = DemoWire()
    let scan = Task {
      try await wire.scanner().scan(Catalog.checks) { event in
        if case .regions = event { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    await #expect(throws: ScanFailure.cancelled) { try await scan.value }
    let first: Set = [
      "GetCallerIdentity", "DescribeRegions", "GetAccountSummary",
      "GetAccountAuthorizationDetails", "max-buckets",
    ]
    #expect(wire.operations.isSubset(of: first))
  }

  /// The nth call and all later ones hang, as they do when a network goes away.
  @Test(arguments: [1, 2, 3, 10, 60, 150])
  func aCancelledScanWaitsForNoCall(_ nth: Int) async throws {
    let (calls, network) = (Locked(0), DeadNetwork())
    let wire = DemoWire { _ in
      let call = calls.withLock { calls in
        calls += 1
        return calls
      }
      return call < nth ? nil : await network.answer()
    }
    let scan = Task { try await wire.scanner().scan(Catalog.checks) { _ in } }
    await network.untilSomebodyWaits()
    scan.cancel()
    await #expect(throws: ScanFailure.cancelled) { try await scan.value }
    #expect(!network.keptSomebodyWaiting)
  }

  /// What several rows share is read in tasks of its own, which must end with the last row.
  @Test(arguments: ["policyStatus", "max-buckets", "publicAccessBlock"])
  func aRowThatIsGivenUpIsNotReadAnyFurther(_ operation: String) async throws {
    let (control, network) = (ScanControl(), DeadNetwork())
    let wire = DemoWire { request in
      DemoWire.Request(request).operation == operation ? await network.answer() : nil
    }
    let rows = ["ASC 01", "ASC 12"].compactMap { Catalog.check($0) }
    let scan = Task { try await wire.scanner().scan(rows, control: control) { _ in } }
    await network.untilSomebodyWaits()
    control.cancel(["ASC 12"])
    let result = try await scan.value
    #expect(!network.keptSomebodyWaiting)
    #expect(result.rows.map(\.id) == ["ASC 01"])
  }

  /// Both rows look at the trails' bucket; the cut-short look must not replace the whole one.
  @Test func aRowThatIsGivenUpSpoilsNothingForTheOthers() async throws {
    let (control, network, isGivenUp) = (ScanControl(), DeadNetwork(), Locked(false))
    let wire = DemoWire { request in
      let call = DemoWire.Request(request)
      // A bucket that no trail delivers to keeps the given-up row at work.
      if call.operation == "publicAccessBlock", call.url.contains("/web-assets-prod") {
        return await network.answer()
      }
      guard call.operation == "GetAccountSummary" else { return nil }
      while !isGivenUp.withLock({ $0 }) { try? await Task.sleep(for: .milliseconds(1)) }
      try? await Task.sleep(for: .milliseconds(200))
      return nil
    }
    let causes = Locked<[Gap.Cause]>([])
    let rows: [Check] = [
      .row("ASC 91", needing: [.trailBuckets]) { _ in },
      .row("ASC 92", needing: [.bucketPublicness]) { _ in },
      .row("ASC 93", needing: [.trailBuckets, .accountSummary]) { inventory in
        causes.withLock { $0 = inventory.causesOfTrailBuckets }
      },
    ]
    let result = try await wire.scanner().scan(rows, control: control) { event in
      guard case .judged(let row) = event, row.id == "ASC 91" else { return }
      control.cancel(["ASC 92"])
      isGivenUp.withLock { $0 = true }
    }
    #expect(result.rows.map(\.id) == ["ASC 91", "ASC 93"])
    #expect(!causes.withLock { $0 }.contains(.cancelled))
  }

  @Test func anOperatorWhoGivesUpSigningInHasCancelledTheScan() async {
    let provider = CredentialProvider { () throws(CredentialError) in throw .cancelled }
    let transport = ScriptedTransport([])
    let scanner = Scanner(
      client: AWSClient(.init(credentials: provider, transport: transport.transport)),
      homeRegion: DemoAccount.region,
      timeLimit: 60
    )
    await #expect(throws: ScanFailure.cancelled) { try await scanner.scan([]) { _ in } }
  }

  private static func judgements(paced: Bool) async throws -> [CheckID: [Finding]] {
    let wire = DemoWire { _ in paced ? await pause() : nil }
    let result = try await wire.scanner().scan(Catalog.checks) { _ in }
    return Dictionary(uniqueKeysWithValues: result.rows.map { ($0.id, $0.findings) })
  }

  /// Lets calls overtake one another.
  private static func pause() async -> HTTPResponse? {
    try? await Task.sleep(for: .microseconds(Int.random(in: 0..<3_000)))
    return nil
  }
}

/// A network that went away: it answers nothing, until the caller gives up.
private final class DeadNetwork: Sendable {
  private let isReached = Locked(false)
  private let isWaitedFor = Locked(false)

  /// Whether a call was not ended when nobody wanted it any more.
  var keptSomebodyWaiting: Bool { isWaitedFor.withLock { $0 } }

  func answer() async -> HTTPResponse? {
    isReached.withLock { $0 = true }
    do {
      try await Task.sleep(for: .seconds(200))
      isWaitedFor.withLock { $0 = true }
    } catch {
      // The caller gave up, as it should.
    }
    return nil
  }

  func untilSomebodyWaits() async {
    while !isReached.withLock({ $0 }) { try? await Task.sleep(for: .milliseconds(1)) }
  }
}

/// What a scan told.
private final class Diary: Sendable {
  private struct State {
    var events: [ScanEvent] = []
    var writers = 0
    var overlapped = false
  }

  private let state = Locked(State())

  var events: [ScanEvent] { state.withLock { $0.events } }
  var overlapped: Bool { state.withLock { $0.overlapped } }

  func write(_ event: ScanEvent) {
    state.withLock { state in
      state.events.append(event)
      state.writers += 1
      if state.writers > 1 { state.overlapped = true }
    }
    // Long enough for another thread to come in.
    usleep(500)
    state.withLock { $0.writers -= 1 }
  }
}

extension ScanEvent {
  fileprivate var name: String {
    switch self {
    case .identified: "identified"
    case .regions: "regions"
    case .started: "started"
    case .progress: "progress"
    case .judged: "judged"
    case .gathered: "gathered"
    case .throttled: "throttled"
    case .calls: "calls"
    }
  }

  fileprivate var row: CheckID? {
    switch self {
    case .started(let row), .progress(let row, _), .gathered(let row, _): row
    case .judged(let row): row.id
    case .identified, .regions, .throttled, .calls: nil
    }
  }

  fileprivate var progress: Progress? {
    if case .progress(_, let progress) = self { progress } else { nil }
  }
}

extension Inventory {
  fileprivate var causesOfTrailBuckets: [Gap.Cause] {
    guard case .known(let buckets) = buckets, case .known = accountPublicAccessBlock else {
      return [.cancelled]
    }
    return buckets.flatMap { bucket in
      [bucket.publicAccessBlock.gap?.cause, bucket.acl.gap?.cause].compactMap(\.self)
    }
  }
}
