import AWSClient
import AWSOperations
import Checks
import Domain
import FoundationEssentials

/// Reads an account and judges rows of the checklist by what it read.
package struct Scanner: Sendable {
  /// What a scan is made of; everything that touches the world is passed in.
  package struct Environment: Sendable {
    package var client: AWSClient
    /// Where calls go that could go anywhere.
    package var homeRegion: Region
    /// The credentials' kind, for the row that alerts on keys of the root user.
    package var accessKey: AccessKeyKind
    package var now: @Sendable () -> Date
    package var sleep: @Sendable (Duration) async throws -> Void
    /// For the whole scan.
    package var timeLimit: Duration

    package init(
      client: AWSClient,
      homeRegion: Region,
      accessKey: AccessKeyKind,
      now: @escaping @Sendable () -> Date,
      sleep: @escaping @Sendable (Duration) async throws -> Void,
      timeLimit: Duration
    ) {
      self.client = client
      self.homeRegion = homeRegion
      self.accessKey = accessKey
      self.now = now
      self.sleep = sleep
      self.timeLimit = timeLimit
    }
  }

  package struct AccessKeyKind: Sendable {
    /// The first four characters, such as `AKIA`.
    package let prefix: String
    package let isTemporary: Bool

    package init(prefix: String, isTemporary: Bool) {
      self.prefix = prefix
      self.isTemporary = isTemporary
    }
  }

  private let environment: Environment

  package init(_ environment: Environment) {
    self.environment = environment
  }

  /// Scans the automatic rows among `checks`.
  ///
  /// `regions` narrows the scan; empty means all that the account has enabled. Cancelling the
  /// task throws and judges nothing more; the time limit judges what was read.
  package func scan(
    _ checks: [Check],
    regions: [Region] = [],
    control: ScanControl = ScanControl(),
    onEvent: @escaping @Sendable (ScanEvent) -> Void
  ) async throws(ScanFailure) -> ScanResult {
    let startedAt = environment.now()
    let callsBefore = environment.client.statistics.calls
    let reader = try await identifiedReader(regions)
    onEvent(.identified(reader.identity))
    let scanned = try await scannedRegions(reader, for: checks)
    onEvent(.regions(scanned))
    let run = ScanRun(
      checks: checks,
      inventory: inventory(of: reader.identity, at: startedAt),
      collectors: Collectors(reader: reader, sleep: environment.sleep),
      now: environment.now,
      onEvent: onEvent
    )
    control.begin(run)
    let rows = await withTaskCancellationHandler {
      await run(run, within: environment.timeLimit)
    } onCancel: {
      run.abandon()
    }
    guard !Task.isCancelled else { throw .cancelled }
    let summary = ScanSummary(
      startedAt: startedAt,
      finishedAt: environment.now(),
      regions: scanned,
      calls: environment.client.statistics.calls - callsBefore,
      caller: reader.identity.arn
    )
    return ScanResult(
      account: reader.identity.account,
      partition: reader.identity.partition,
      summary: summary,
      rows: rows
    )
  }

  private func identifiedReader(_ regions: [Region]) async throws(ScanFailure) -> Reader {
    do throws(Gap) {
      let identity = try await environment.client.send(
        GetCallerIdentity(),
        in: environment.homeRegion
      )
      return Reader(
        client: environment.client,
        identity: identity,
        homeRegion: environment.homeRegion,
        regionList: RegionList(chosen: regions)
      )
    } catch {
      throw Task.isCancelled ? .cancelled : .notIdentified(error)
    }
  }

  /// Checks the regions the operator named against the account's. Where those cannot be listed,
  /// the operator is believed.
  private func scannedRegions(
    _ reader: Reader,
    for checks: [Check]
  ) async throws(ScanFailure) -> [Region] {
    guard checks.contains(where: { !$0.isManual }) else { return [] }
    let enabled = await reader.regionList.enabled(by: reader)
    if Task.isCancelled { throw .cancelled }
    let chosen = reader.regionList.chosen
    guard case .known(let regions) = enabled else { return chosen }
    if let stray = chosen.first(where: { !regions.contains($0) }) {
      throw .unknownRegion(stray, enabled: regions)
    }
    return chosen.isEmpty ? regions : chosen
  }

  private func inventory(of identity: CallerIdentity, at now: Date) -> Inventory {
    var inventory = Inventory(
      identity: identity,
      hasTemporaryCredentials: environment.accessKey.isTemporary,
      now: now
    )
    inventory.accessKeyPrefix = environment.accessKey.prefix
    return inventory
  }

  private func run(_ run: ScanRun, within limit: Duration) async -> [ScanResult.Row] {
    let sleep = environment.sleep
    let timer = Task {
      do {
        try await sleep(limit)
        run.stopReading()
      } catch {
        // The scan ended first and cancelled the timer.
      }
    }
    defer { timer.cancel() }
    return await run.run()
  }
}

/// Why a scan ended without a result.
package enum ScanFailure: Error, Hashable, Sendable {
  case cancelled
  /// Not even the caller's identity could be read.
  case notIdentified(Gap)
  /// The operator named a region that the account has not enabled.
  case unknownRegion(Region, enabled: [Region])
}

/// The operator's hand on a running scan.
package final class ScanControl: Sendable {
  private let run = Locked<(run: ScanRun?, given: Set<CheckID>)>((nil, []))

  package init() {}

  /// Gives up rows; their old results stay.
  package func cancel(_ rows: Set<CheckID>) {
    let current = run.withLock { state in
      state.given.formUnion(rows)
      return state.run
    }
    current?.cancel(rows)
  }

  func begin(_ run: ScanRun) {
    let given = self.run.withLock { state in
      state.run = run
      return state.given
    }
    if !given.isEmpty { run.cancel(given) }
  }
}
