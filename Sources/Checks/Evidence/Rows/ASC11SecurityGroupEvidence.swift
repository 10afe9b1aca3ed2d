import AWSOperations
import Domain

/// ASC 11: what security groups let in from anywhere, and what that reaches.
struct SecurityGroupEvidence {
  private let network: Regional<NetworkFacts>
  private let exposures: [(region: Region, exposure: NetworkExposure)]

  init(of inventory: Inventory) {
    network = inventory.evidence.network
    exposures = network.readable.map { ($0.region, NetworkExposure(of: $0.value)) }
  }

  var evidence: Evidence {
    let groups = groups
    var evidence = Evidence(summary: summary(groups))
    evidence.flags = groups.filter(\.isDangerous).map(\.danger)
    evidence.addFlag(of: groups.filter(\.isDefaultWithRules).map(\.name), Text.defaultGroups)
    evidence.addFlag(of: groups.filter { $0.group.ruleCount > 30 }.map(\.name), Text.longGroups)
    evidence.addFlag(of: groups.filter(\.isUnused).map(\.name), Text.unusedGroups)
    evidence.tables = [table(of: groups)]
    evidence.addNotVisible(network.gaps + exposures.flatMap(\.exposure.gaps))
    evidence.material = material
    return evidence
  }

  static let rules = [
    MaterialRule(
      "worldOpen",
      Text(en: "rule open to the world", ja: "全世界に開いたルール"),
      added: .any
    ),
    MaterialRule(
      "exposed",
      Text(en: "public interface behind such a rule", ja: "開いたルールの公開インターフェイス"),
      added: .any
    ),
    MaterialRule(
      "defaultGroupRules",
      Text(en: "rule of a default group", ja: "デフォルトグループのルール"),
      added: .any
    ),
    MaterialRule(
      "vpcBlock",
      Text(en: "Block Public Access of a VPC", ja: "VPCのブロックパブリックアクセス"),
      changed: .worse(["block-bidirectional", "block-ingress", "off"])
    ),
  ]

  private var material: MaterialFacts {
    var facts = MaterialFacts()
    facts.add("worldOpen", network.map(\.groups)) { region, groups in
      guard let network = network[region]?.known({ $0 }) else { return [:] }
      let open = groups.flatMap(network.worldOpenRules).map { ($0.fact, "") }
      let unreadable = groups.flatMap(network.unreadableRules)
        .map { ($0, MaterialFacts.unreadable) }
      return Dictionary(open + unreadable) { first, _ in first }
    }
    facts.add(
      "exposed",
      network.map { network in network.groups.flatMap { _ in network.interfaces } }
    ) { region, _ in .init(present: exposedInterfaces(in: region)) }
    facts.add("defaultGroupRules", network.map(\.groups)) { _, groups in
      .init(present: groups.filter(\.isDefault).flatMap(\.ruleTexts))
    }
    facts.add("vpcBlock", network.map(\.vpcs)) { _, vpcs in
      let modes = vpcs.compactMap { vpc in vpc.internetGatewayBlock.map { (vpc.id, $0) } }
      return Dictionary(modes) { first, _ in first }
    }
    return facts
  }

  private func exposedInterfaces(in region: Region) -> [String] {
    guard let exposure = exposures.first(where: { $0.region == region })?.exposure else {
      return []
    }
    return exposure.openings.flatMap { opening in
      opening.publicInterfaces.map { "\(opening.group.id) \($0.id)" }
    }
  }

  /// A security group with what stands in its row of the table.
  private struct Group {
    let region: Region
    let group: SecurityGroup
    let opening: NetworkExposure.Opening?
    let interfaces: Int
    let publicInterfaces: Int
    let isUnused: Bool

    var isDangerous: Bool { opening?.isDangerous ?? false }
    var isDefaultWithRules: Bool {
      group.isDefault && !(group.inbound.isEmpty && group.outbound.isEmpty)
    }
    var isFlagged: Bool {
      isDangerous || isDefaultWithRules || isUnused || group.ruleCount > 30
    }
    var name: String { "\(group.id) \(group.name) (\(region.name))" }
    var tier: PortTier? { opening?.worstTier }
    var order: Int { -((tier?.rawValue ?? -1) + (isDangerous ? 10 : 0)) }

    var danger: Text {
      let rules = (opening?.rules ?? []).filter { $0.rule.tier >= .dataStore }
      let list = rules.map(\.text).listed
      return Text(
        en: "\(name) lets the internet reach public interfaces (\(publicInterfaces)): \(list)",
        ja: "\(name) で公開インターフェイス\(publicInterfaces)件がインターネットに"
          + "開かれています: \(list)"
      )
    }
  }

  /// The most open ones first.
  private var groups: [Group] {
    let all = exposures.flatMap { region, exposure in
      let openings = Dictionary(exposure.openings.map { ($0.group.id, $0) }) { first, _ in first }
      let unused = Set(exposure.unusedGroups.map(\.id))
      return exposure.groups.map { group in
        Group(
          region: region,
          group: group,
          opening: openings[group.id],
          interfaces: exposure.interfaces(of: group).count,
          publicInterfaces: exposure.publicInterfaces(of: group).count,
          isUnused: unused.contains(group.id)
        )
      }
    }
    return all.sorted { ($0.order, $0.name) < ($1.order, $1.name) }
  }

  private func summary(_ groups: [Group]) -> Text {
    let open = groups.count { $0.opening != nil }
    let dangerous = groups.count(where: \.isDangerous)
    return Text(
      en:
        "groups: \(groups.count), open to the world: \(open), of them with administration or data "
        + "ports on public interfaces: \(dangerous)",
      ja: "グループ\(groups.count)件、全世界に開放\(open)件、"
        + "うち管理用やデータストアのポートを公開中\(dangerous)件"
    )
  }

  private func table(of groups: [Group]) -> Evidence.Table {
    Evidence.Table(
      Text(en: "Security groups", ja: "セキュリティグループ"),
      columns: [
        Text(en: "group", ja: "グループ"), Text(en: "name", ja: "名前"),
        Text(en: "region", ja: "リージョン"), Text(en: "VPC", ja: "VPC"),
        Text(en: "open to the world", ja: "全世界に開放"), Text(en: "ports", ja: "ポートの種類"),
        Text(en: "attached (public)", ja: "接続 (うち公開)"),
        Text(en: "outbound open", ja: "アウトバウンド全開放"), Text(en: "unused", ja: "未使用"),
      ],
      rows: groups.map { row in
        Evidence.Table.Row(
          [
            Text(verbatim: row.group.id), Text(verbatim: row.group.name),
            Text(verbatim: row.region.name), Text(verbatim: row.group.vpcID ?? "-"),
            (row.opening?.rules.map(\.text).listed).map(Text.init(verbatim:)) ?? .nothing,
            row.tier?.words ?? .nothing,
            Text(verbatim: "\(row.interfaces) (\(row.publicInterfaces))"),
            row.group.letsEverythingOut ? .yes : .no, row.isUnused ? .yes : .no,
          ],
          isFlagged: row.isFlagged
        )
      }
    )
  }
}

extension SecurityGroup {
  /// Each rule by itself, such as `sg-1 in tcp 22 10.0.0.0/8`.
  fileprivate var ruleTexts: [String] {
    let directed = inbound.map { ("in", $0) } + outbound.map { ("out", $0) }
    return directed.flatMap { direction, rule in
      rule.sources.map { "\(id) \(direction) \(rule.text) \($0)" }
    }
  }
}

extension Regional {
  /// One part of each region's facts.
  fileprivate func map<Part: Sendable>(
    _ part: (Value) -> Fact<Part>
  ) -> Regional<Part> {
    if let gap { return Regional<Part>(unreadable: gap) }
    return Regional<Part>(entries.map { ($0.region, $0.fact.flatMap(part)) })
  }
}

extension Text {
  fileprivate static func defaultGroups(_ list: String, _ count: Int) -> Self {
    Text(
      en: "default groups with rules (\(count)): \(list)",
      ja: "ルールを持つデフォルトグループが\(count)件あります: \(list)"
    )
  }

  fileprivate static func longGroups(_ list: String, _ count: Int) -> Self {
    Text(
      en: "groups with more than 30 rules (\(count)): \(list)",
      ja: "ルールが30件を超えるグループが\(count)件あります: \(list)"
    )
  }

  fileprivate static func unusedGroups(_ list: String, _ count: Int) -> Self {
    Text(
      en: "groups attached to nothing (\(count)): \(list)",
      ja: "どこにも接続されていないグループが\(count)件あります: \(list)"
    )
  }
}
