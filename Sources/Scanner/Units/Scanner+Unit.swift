import AWSClient
import AWSOperations
import Checks
import Domain
import FoundationEssentials

/// What looking at one finding again came to.
package enum UnitScan: Sendable {
  /// The row's findings in the extent that was looked at: none where the unit is gone.
  case judged(ScanResult)
  /// The unit could not be read, and what was known of it stays.
  case unread(Finding)
  /// What the row says of the unit cannot be told from the unit alone.
  case needsRow
}

extension Scanner {
  /// Judges one finding again by its own unit's calls, all of which are made at once.
  ///
  /// Whose account it is was known before, and is asked beside the rest: if the credentials are of
  /// another one by now, nothing counts.
  package func rescan(
    _ unit: UnitScope,
    of finding: Finding,
    in account: AccountID,
    _ partition: Partition
  ) async throws(ScanFailure) -> UnitScan {
    let startedAt = clock.now()
    let client = client.forScan(until: startedAt + timeLimit)
    let credentials = try await credentials(of: client)
    let arn = "arn:\(partition.rawValue):iam::\(account.digits):root"
    let collectors = Collectors(
      reader: Reader(
        client,
        CallerIdentity(account: account, arn: arn, userID: account.digits),
        RegionList(chosen: unit.regions, client: client, homeRegion: homeRegion),
        HeadStart(client: client, homeRegion: homeRegion),
        unit: unit
      ),
      now: startedAt,
      sleep: clock.sleep
    )
    async let contributions = collectors.contributions(to: unit)
    let identity = try await identity(client)
    guard identity.account == account else { throw .otherAccount(identity.account) }
    var inventory = Self.inventory(of: identity, credentials, at: startedAt)
    for contribution in await contributions { contribution(&inventory) }
    guard !Task.isCancelled else { throw .cancelled }
    let summary = summary(from: startedAt, unit, client, identity)
    return unit.outcome(inventory, before: finding, summary)
  }

  private func summary(
    from startedAt: Date,
    _ unit: UnitScope,
    _ client: AWSClient,
    _ identity: CallerIdentity
  ) -> ScanSummary {
    ScanSummary(
      startedAt: startedAt,
      finishedAt: clock.now(),
      regions: unit.resource.region.map { [$0] } ?? [],
      calls: client.statistics.counts.calls,
      caller: identity.arn
    )
  }
}

extension Collectors {
  /// Everything the unit's row needs, side by side.
  fileprivate func contributions(to unit: UnitScope) async -> [Contribution] {
    async let ahead: Void = buckets.readAhead(unit)
    let silent = ProgressReport { _ in }
    let needs = Need.allCases.filter(unit.check.needs.contains)
    let contributions = await needs.concurrentMap(window: needs.count) { need in
      await collect(need, silent)
    }
    await ahead
    return contributions
  }
}

extension UnitScope {
  fileprivate func outcome(
    _ inventory: Inventory,
    before: Finding,
    _ summary: ScanSummary
  ) -> UnitScan {
    let all = check.findings(in: inventory)
    let findings = all.filter { extent.covers($0.resource) }
    if findings.isEmpty, let unread = all.first(where: \.isUnread) { return .unread(unread) }
    if findings.contains(where: { $0.hangsOnOtherRegions(before) }) { return .needsRow }
    let row = ScanResult.Row(
      id: check.id,
      findings: findings,
      checkedAt: summary.finishedAt,
      duration: summary.finishedAt.timeIntervalSince(summary.startedAt)
    )
    return .judged(
      ScanResult(
        account: inventory.account,
        partition: inventory.partition,
        summary: summary,
        rows: [row],
        extent: extent
      )
    )
  }
}

extension Finding {
  /// A unit that EC2 does not find is gone, and its region was read.
  fileprivate var isUnread: Bool {
    status == .unknown && values["cause"] != Gap.Cause.gone.rawValue
  }

  /// Whether any region's trail records global events cannot be told from one region.
  fileprivate func hangsOnOtherRegions(_ before: Finding) -> Bool {
    warnings.contains { $0.code == "globalEventsNotLogged" && !before.warnings.contains($0) }
  }
}
