import AWSClient
import AWSOperations
import Checks
import Domain
import FoundationEssentials

/// Reads an account and judges rows of the checklist by what it read.
package struct Scanner: Sendable {
  let client: AWSClient
  let homeRegion: Region
  let clock: WallClock
  let timeLimit: TimeInterval

  /// `homeRegion` is where calls go that could go anywhere; `timeLimit` is for a whole scan, in
  /// seconds.
  package init(
    client: AWSClient,
    homeRegion: Region,
    clock: WallClock = .system,
    timeLimit: TimeInterval
  ) {
    self.client = client
    self.homeRegion = homeRegion
    self.clock = clock
    self.timeLimit = timeLimit
  }

  /// Scans the automatic rows among `checks`, and gathers evidence for the manual ones if asked to.
  ///
  /// `regions` narrows the scan; empty means all that the account has enabled and nobody has put
  /// out of scope, which `onRecord` tells once it is known whose account it is. Cancelling the
  /// task throws and judges nothing more; the time limit judges what was read. Events come one at
  /// a time, in order, and none after the scan.
  package func scan(
    _ checks: [Check],
    regions: [Region] = [],
    control: ScanControl = ScanControl(),
    evidence: EvidenceRequest? = nil,
    onRecord: @Sendable (AccountID) -> AccountRecord? = { _ in nil },
    onEvent: @escaping @Sendable (ScanEvent) -> Void
  ) async throws(ScanFailure) -> ScanResult {
    let startedAt = clock.now()
    let announcer = Announcer(onEvent)
    let client = client.forScan(until: startedAt + timeLimit) { announcer.tell(.throttled($0)) }
    let credentials = try await credentials(of: client)
    let allRegions = RegionList(chosen: regions, client: client, homeRegion: homeRegion)
    let headStart = headStart(client, for: checks.filter { !control.hasGivenUp($0.id) })
    defer { headStart.cancel() }
    async let enabled = allRegions.enabled()
    let identity = try await identity(client)
    announcer.tell(.identified(identity))
    let known = onRecord(identity.account)
    let regionList = allRegions.leavingOut(known?.regionsOutOfScope(at: startedAt) ?? [])
    let scanned = try Self.scope(of: regionList, await enabled)
    announcer.tell(.regions(scanned))
    let run = ScanRun(
      checks: checks,
      inventory: Self.inventory(of: identity, credentials, at: startedAt),
      collectors: collectors(Reader(client, identity, regionList, headStart), known, at: startedAt),
      evidence: evidence,
      now: clock.now,
      calls: { client.statistics.counts.calls },
      announcer: announcer
    )
    let outcome = try await outcome(of: run, control)
    let summary = summary(of: client, from: startedAt, scanned, identity)
    return await Self.result(outcome, summary, of: identity).leavingOut(regionList)
  }

  private static func result(
    _ outcome: ScanRun.Outcome,
    _ summary: ScanSummary,
    of identity: CallerIdentity
  ) -> ScanResult {
    ScanResult(
      account: identity.account,
      partition: identity.partition,
      summary: summary,
      rows: outcome.rows,
      evidence: outcome.evidence
    )
  }

  private func summary(
    of client: AWSClient,
    from startedAt: Date,
    _ regions: [Region],
    _ identity: CallerIdentity
  ) -> ScanSummary {
    ScanSummary(
      startedAt: startedAt,
      finishedAt: clock.now(),
      regions: regions,
      calls: client.statistics.counts.calls,
      caller: identity.arn
    )
  }

  /// Who the credentials belong to.
  package func identity() async throws(ScanFailure) -> CallerIdentity {
    _ = try await credentials(of: client)
    return try await identity(client)
  }

  private func collectors(
    _ reader: Reader,
    _ known: AccountRecord?,
    at now: Date
  ) -> Collectors {
    Collectors(reader: reader, now: now, known: known, sleep: clock.sleep)
  }

  private func headStart(_ client: AWSClient, for checks: [Check]) -> HeadStart {
    let headStart = HeadStart(client: client, homeRegion: homeRegion)
    headStart.begin(for: checks.reduce(into: []) { $0.formUnion($1.needs) })
    return headStart
  }

  private func outcome(
    of run: ScanRun,
    _ control: ScanControl
  ) async throws(ScanFailure) -> ScanRun.Outcome {
    control.begin(run)
    let outcome = await withTaskCancellationHandler {
      await run.run()
    } onCancel: {
      run.abandon()
    }
    guard !Task.isCancelled else { throw .cancelled }
    return outcome
  }

  func credentials(of client: AWSClient) async throws(ScanFailure) -> Credentials {
    do throws(CredentialError) {
      return try await client.credentials()
    } catch {
      throw error == .cancelled ? .cancelled : .noCredentials(error)
    }
  }

  func identity(_ client: AWSClient) async throws(ScanFailure) -> CallerIdentity {
    do throws(Gap) {
      return try await client.send(GetCallerIdentity(), in: homeRegion)
    } catch {
      throw Task.isCancelled ? .cancelled : .notIdentified(error)
    }
  }

  static func inventory(
    of identity: CallerIdentity,
    _ credentials: Credentials,
    at now: Date
  ) -> Inventory {
    var inventory = Inventory(
      identity: identity,
      hasTemporaryCredentials: credentials.sessionToken != nil,
      now: now
    )
    inventory.accessKeyPrefix = String(credentials.accessKeyID.prefix(4))
    return inventory
  }

  /// Checks the regions the operator named against the account's.
  ///
  /// Where those cannot be listed, the operator is believed.
  private static func scope(
    of list: RegionList,
    _ enabled: Fact<[Region]>
  ) throws(ScanFailure) -> [Region] {
    guard !Task.isCancelled else { throw .cancelled }
    guard case .known(let regions) = enabled else { return list.chosen }
    if let stray = list.chosen.first(where: { !regions.contains($0) }) {
      throw .unknownRegion(stray, enabled: regions)
    }
    return list.inScope(regions)
  }
}

/// Why a scan ended without a result.
package enum ScanFailure: Error, Hashable, Sendable {
  case cancelled
  case noCredentials(CredentialError)
  /// Not even the caller's identity could be read.
  case notIdentified(Gap)
  /// The organization's accounts could not be listed.
  case notListed(Gap)
  /// The operator named a region that the account has not enabled.
  case unknownRegion(Region, enabled: [Region])
  /// The credentials are of another account than the findings.
  case otherAccount(AccountID)
}
