import AWSOperations
import Domain

extension Check {
  static let vpcFlowLogs = Check(
    id: "ASC 08",
    section: .compute,
    title: Text(
      en: "VPC Flow Logs are on in every available region",
      ja: "利用可能な全てのリージョンにおいて、VPC Flow Logsが有効化されていること"
    ),
    shortTitle: Text(
      en: "VPC Flow Logs in every region",
      ja: "全リージョンでVPC Flow Logsが有効"
    ),
    criterion: Text(
      en: "VPC Flow Logs are not enabled",
      ja: "VPC Flow Logsが有効化されていない場合"
    ),
    why: Text(
      en: "Flow logs keep a record of the traffic of a VPC, which security analysis and the search "
        + "for odd behaviour depend on.",
      ja: "フローログはVPCの通信の記録です。"
        + "セキュリティ分析や不審な動きの調査は、この記録が頼りになります。"
    ),
    remedy: Text(
      en: "Create a flow log for every VPC and keep its log group for at least 365 days; without a "
        + "retention CloudWatch Logs keeps everything for ever. Vended logs are charged.",
      ja: "すべてのVPCにフローログを作成し、ロググループの保持期間を365日以上にしてください。"
        + "保持期間を設定しなければCloudWatch Logsは無期限に保存します。"
        + "ログの配信と保存には料金がかかります。"
    ),
    severity: .medium,
    reasons: [
      .noFlowLog, .partial, .deliveryFailed, .sharedVPC, .flowLogOn, .subnetLevelOnly,
      .acceptOnly, .deliveryRateLimited, .retentionTooShort, .logGroupMissing,
    ],
    method: .automatic(needs: [.flowLogs], judge: judge)
  )

  private static func judge(_ inventory: Inventory) throws(Gap) -> [Finding] {
    inventory.vpcs.findings(
      unit: { .region($0, service: "ec2", of: inventory) },
      { region, vpcs in
        let owned = vpcs.count { $0.ownerID == inventory.account.digits }
        return vpcs.compactMap { finding(of: $0, region, isOnly: owned == 1, inventory) }
      }
    )
  }

  private static func finding(
    of vpc: VPC,
    _ region: Region,
    isOnly: Bool,
    _ inventory: Inventory
  ) -> Finding? {
    let owner = AccountID(vpc.ownerID)
    let unit = Resource.ec2("vpc", vpc.id, in: region, of: inventory, owner: owner)
    guard owner == inventory.account else {
      var values = vpc.values
      values["owner"] = vpc.ownerID
      return .notApplicable(unit, .sharedVPC, values)
    }
    return .judging(unit, vpc.values) { () throws(Gap) in
      let coverage = FlowLogCoverage(
        vpc: vpc,
        logs: try (inventory.flowLogs[region] ?? .notCollected).get(),
        subnets: inventory.subnets[region] ?? .notCollected,
        isOnlyVPC: isOnly
      )
      return finding(on: unit, coverage, try coverage.verdict(), inventory)
    }
  }

  private static func finding(
    on unit: Resource,
    _ coverage: FlowLogCoverage,
    _ verdict: FlowLogCoverage.Verdict,
    _ inventory: Inventory
  ) -> Finding {
    var values = coverage.vpc.values
    switch verdict {
    case .wholeVPC(let logs):
      return pass(unit, logs, values, [], inventory)
    case .everySubnet(let logs):
      return pass(unit, logs, values, [.subnetLevelOnly], inventory)
    case .deliveryFailed(let logs):
      values.add(logs)
      values["deliveryError"] = logs.compactMap(\.deliverError).first ?? "?"
      return .alert(unit, .deliveryFailed, values)
    case .partial(let uncovered):
      values["uncovered"] = uncovered.isEmpty ? "?" : uncovered.listed
      return .alert(unit, .partial, values)
    case .nothing:
      return .alert(unit, .noFlowLog, values)
    }
  }

  /// Each resource with logs is as good as its best log, and a VPC as good as its worst subnet.
  private static func pass(
    _ unit: Resource,
    _ logs: [FlowLog],
    _ values: Values,
    _ warnings: [Reason],
    _ inventory: Inventory
  ) -> Finding {
    let groups = unit.region.flatMap { inventory.logGroups[$0] } ?? .notCollected
    let sets = Dictionary(grouping: logs, by: \.resourceID).values
    let retention = sets.map { LogRetention(of: $0, groups, account: inventory.account) }.min()
    var (values, warnings) = (values, warnings)
    values.add(logs)
    values["retentionDays"] = retention?.text
    if case .missing(let name) = retention { values["logGroup"] = name }
    if sets.contains(where: { $0.allSatisfy { $0.trafficType == "ACCEPT" } }) {
      warnings.append(.acceptOnly)
    }
    if sets.contains(where: { $0.allSatisfy(\.isRateLimited) }) {
      warnings.append(.deliveryRateLimited)
    }
    if let warning = retention?.warning { warnings.append(warning) }
    return .pass(unit, .flowLogOn, values, warnings: warnings)
  }
}

extension VPC {
  fileprivate var values: Values {
    var values: Values = ["defaultVPC": "\(isDefault)"]
    values["nameTag"] = tags["Name"]
    values["cidr"] = cidr
    return values
  }
}

extension Values {
  fileprivate mutating func add(_ logs: [FlowLog]) {
    self["flowLogs"] = logs.map(\.id).listed
    self["destination"] = Set(logs.compactMap { $0.destination ?? $0.logGroupName }).sorted().listed
    self["traffic"] = Set(logs.compactMap(\.trafficType)).sorted().listed
  }
}

extension Reason {
  static let noFlowLog = Reason(
    "noFlowLog",
    en: "no working flow log on the VPC or its subnets",
    ja: "VPCにもサブネットにも有効なフローログがありません"
  )
  static let partial = Reason(
    "partial",
    en: "flow logs cover only a part of it; not covered: {uncovered}",
    ja: "フローログが一部にしかありません (対象外: {uncovered})"
  )
  static let deliveryFailed = Reason(
    "deliveryFailed",
    en: "flow log {flowLogs} fails to deliver: {deliveryError}",
    ja: "フローログ {flowLogs} の配信に失敗しています: {deliveryError}"
  )
  static let sharedVPC = Reason(
    "sharedVpc",
    en: "shared by account {owner}, which alone can log all of it; scan that account",
    ja: "アカウント {owner} の共有VPCです (所有者のアカウントで確認してください)"
  )
  static let flowLogOn = Reason(
    "flowLogOn",
    en: "recorded by flow log {flowLogs}",
    ja: "フローログ {flowLogs} で記録されています"
  )
  static let subnetLevelOnly = Reason(
    "subnetLevelOnly",
    en: "only its present subnets have flow logs; a new subnet would have none",
    ja: "サブネット単位のフローログのみのため、新しいサブネットは記録されません"
  )
  static let acceptOnly = Reason(
    "acceptOnly",
    en: "only accepted traffic is recorded",
    ja: "許可された通信しか記録されていません"
  )
  static let deliveryRateLimited = Reason(
    "deliveryRateLimited",
    en: "CloudWatch Logs throttles the delivery, so records are missing",
    ja: "CloudWatch Logsの制限により、記録の一部が欠けています"
  )
  static let retentionTooShort = Reason(
    "retentionTooShort",
    en: "kept for {retentionDays} days, less than 365",
    ja: "保持期間が{retentionDays}日で、365日に足りません"
  )
  static let logGroupMissing = Reason(
    "logGroupMissing",
    en: "log group {logGroup} does not exist",
    ja: "ロググループ {logGroup} が存在しません"
  )
}
