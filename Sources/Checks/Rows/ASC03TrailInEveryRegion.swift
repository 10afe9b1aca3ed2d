import AWSOperations
import Domain

extension Check {
  static let trailInEveryRegion = Check(
    id: "ASC 03",
    section: .general,
    title: Text(
      en: "CloudTrail is enabled in every region",
      ja: "全リージョンでCloudTrailが有効であること"
    ),
    shortTitle: Text(
      en: "CloudTrail enabled in every region",
      ja: "全リージョンでCloudTrailが有効"
    ),
    criterion: Text(
      en: "a region exists where CloudTrail is not enabled",
      ja: "CloudTrailが有効でないリージョンが存在する場合"
    ),
    why: Text(
      en: "CloudTrail records who called which API, when, from where and with what parameters. "
        + "Security analysis, change tracking and audits depend on it, in unused regions too.",
      ja: "CloudTrailは、誰が、いつ、どこから、どのパラメータでAPIを呼び出したかを記録します。"
        + "使っていないリージョンも含め、セキュリティ分析、変更の追跡、監査に欠かせません。"
    ),
    remedy: Text(
      en: "Create one multi-region trail that records read and write management events. The first "
        + "copy of management events is free; their storage in S3 is charged.",
      ja: "読み取りと書き込みの管理イベントを記録するマルチリージョンの証跡を1つ作成してください。"
        + "管理イベントの最初のコピーは無料ですが、S3の保存料金がかかります。"
    ),
    severity: .high,
    reasons: [
      .noTrail, .trailStopped, .mgmtEventsOff, .writeOnly, .readOnly, .regionCovered,
      .deliveryFailing, .deliveryStale, .globalEventsNotLogged,
    ],
    method: .automatic(needs: [.trails, .trailStates], judge: judge)
  )

  private static func judge(_ inventory: Inventory) throws(Gap) -> [Finding] {
    if let gap = inventory.trails.gap { throw gap }
    let trails = inventory.distinctTrails
    let general = inventory.logsNoGlobalEvents(trails) ? [Reason.globalEventsNotLogged] : []
    return inventory.trails.entries.map { region, fact in
      let coverage = TrailCoverage(of: region, trails: trails, states: inventory.trailStates)
      return finding(of: coverage, region, denied: fact.gap, general, inventory)
    }
  }

  /// A multi-region trail seen anywhere proves a region, even one that refuses to list its trails.
  private static func finding(
    of coverage: TrailCoverage,
    _ region: Region,
    denied: Gap?,
    _ general: [Reason],
    _ inventory: Inventory
  ) -> Finding {
    let unit = Resource.region(region, service: "cloudtrail", of: inventory)
    let values = coverage.values(at: inventory.now)
    if coverage.isComplete {
      let warnings = coverage.warnings(at: inventory.now) + general
      return .pass(unit, .regionCovered, values, warnings: warnings)
    }
    if let gap = coverage.gap ?? denied { return .unknown(unit, gap, values) }
    return .alert(unit, coverage.shortfall, values)
  }
}

extension Inventory {
  /// Every trail that some region lists, once.
  var distinctTrails: [Trail] {
    var seen: Set<String> = []
    return trails.entries.flatMap { _, fact in
      if case .known(let trails) = fact { trails } else { [Trail]() }
    }.filter { seen.insert($0.arn).inserted }
  }

  /// Events of IAM, STS and other global services reach a trail of a single region only if it asks
  /// for them.
  ///
  /// Not said while a region hides its trails; a trail that hides whether it runs counts as
  /// running.
  fileprivate func logsNoGlobalEvents(_ trails: [Trail]) -> Bool {
    guard self.trails.entries.allSatisfy({ $0.fact.gap == nil }) else { return false }
    let running = trails.filter { trail in
      guard case .known(let status) = trailStates[trail.arn]?.status else { return true }
      return status.isLogging
    }
    return running.allSatisfy { !$0.isMultiRegion && !$0.includesGlobalServiceEvents }
  }
}

extension Reason {
  static let noTrail = Reason(
    "noTrail",
    en: "no trail covers the region",
    ja: "このリージョンを記録する証跡がありません"
  )
  static let trailStopped = Reason(
    "trailStopped",
    en: "logging is stopped on trail {trail}",
    ja: "証跡 {trail} の記録が停止しています"
  )
  static let mgmtEventsOff = Reason(
    "mgmtEventsOff",
    en: "trail {trail} records no management events",
    ja: "証跡 {trail} は管理イベントを記録していません"
  )
  static let writeOnly = Reason(
    "writeOnly",
    en: "only write events are recorded, by trail {trail}",
    ja: "証跡 {trail} は書き込みイベントしか記録していません"
  )
  static let readOnly = Reason(
    "readOnly",
    en: "only read events are recorded, by trail {trail}",
    ja: "証跡 {trail} は読み取りイベントしか記録していません"
  )
  static let regionCovered = Reason(
    "regionCovered",
    en: "read and write events are recorded by {recordedBy}",
    ja: "証跡 {recordedBy} が読み取りと書き込みのイベントを記録しています"
  )
  static let deliveryFailing = Reason(
    "deliveryFailing",
    en: "the trail's latest delivery to its bucket failed: {deliveryError}",
    ja: "証跡のログをバケットへ配信できていません: {deliveryError}"
  )
  static let deliveryStale = Reason(
    "deliveryStale",
    en: "the trail last delivered a log more than 24 hours ago, at {lastDelivery}",
    ja: "証跡のログが24時間以上配信されていません (最後の配信 {lastDelivery})"
  )
  static let globalEventsNotLogged = Reason(
    "globalEventsNotLogged",
    en: "no trail records the events of global services such as IAM",
    ja: "IAMなどグローバルサービスのイベントを記録する証跡がありません"
  )
}
