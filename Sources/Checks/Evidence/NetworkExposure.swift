import AWSOperations
import Domain

/// What the security groups of one region let in from anywhere, and to what.
struct NetworkExposure {
  /// A group's open rules with the interfaces that the internet reaches them on.
  struct Opening {
    let group: SecurityGroup
    let rules: [WorldOpenRule]
    let publicInterfaces: [NetworkInterface]

    var worstTier: PortTier { rules.map(\.rule.tier).max() ?? .web }
    /// Only ports that nobody means to publish.
    var isDangerous: Bool { !publicInterfaces.isEmpty && worstTier >= .dataStore }
  }

  let facts: NetworkFacts
  let groups: [SecurityGroup]
  private let byGroup: [String: [NetworkInterface]]
  private let blocks: [String: String]

  /// Interfaces and VPCs that could not be read count as none; the gaps are for the caller to say.
  init(of facts: NetworkFacts) {
    self.facts = facts
    groups = facts.groups.known { $0 } ?? []
    let interfaces = facts.interfaces.known { $0 } ?? []
    byGroup = Dictionary(
      grouping: interfaces.flatMap { one in one.groupIDs.map { ($0, one) } },
      by: \.0
    ).mapValues { $0.map(\.1) }
    let modes = (facts.vpcs.known { $0 } ?? []).compactMap { vpc in
      vpc.internetGatewayBlock.map { (vpc.id, $0) }
    }
    blocks = Dictionary(modes) { first, _ in first }
  }

  var gaps: [Gap] {
    facts.groups.gaps + facts.interfaces.gaps + facts.vpcs.gaps
      + facts.prefixLists.values.flatMap(\.gaps)
  }

  func interfaces(of group: SecurityGroup) -> [NetworkInterface] {
    byGroup[group.id] ?? []
  }

  func publicInterfaces(of group: SecurityGroup) -> [NetworkInterface] {
    interfaces(of: group).filter { $0.hasPublicAddress && !isBlocked($0.vpcID) }
  }

  var openings: [Opening] {
    groups.compactMap { group in
      let rules = facts.worldOpenRules(of: group)
      guard !rules.isEmpty else { return nil }
      return Opening(group: group, rules: rules, publicInterfaces: publicInterfaces(of: group))
    }
  }

  /// Instances that anybody can reach on one of these ports.
  func instances(openOn ports: [Int]) -> Set<String> {
    let open = openings.filter { opening in
      opening.rules.contains { rule in ports.contains(where: rule.rule.letsIn(port:)) }
    }
    return Set(open.flatMap(\.publicInterfaces).compactMap(\.instanceID))
  }

  /// Attached to nothing, and referred to by no other group; the default group cannot be deleted.
  var unusedGroups: [SecurityGroup] {
    guard facts.interfaces.gap == nil else { return [] }
    let references = groups.flatMap { group in
      (group.inbound + group.outbound).flatMap(\.groupIDs).filter { $0 != group.id }
    }
    let used = Set(references).union(byGroup.keys)
    return groups.filter { !$0.isDefault && !used.contains($0.id) }
  }

  /// Block Public Access of a VPC stops what comes from the internet in both of its modes.
  private func isBlocked(_ vpc: String?) -> Bool {
    vpc.flatMap { blocks[$0] }?.hasPrefix("block-") ?? false
  }
}

extension NetworkInterface {
  /// Addresses of IPv6 are public by nature.
  var hasPublicAddress: Bool { publicIP != nil || !ipv6Addresses.isEmpty }
}

extension SecurityGroup {
  var isDefault: Bool { name == "default" }

  /// As AWS counts against its quota: one for each source of each rule.
  var ruleCount: Int { (inbound + outbound).map(\.sources.count).reduce(0, +) }

  var letsEverythingOut: Bool {
    outbound.contains { rule in
      rule.ipProtocol == "-1"
        && !AddressUnion(of: rule.ipv4Ranges + rule.ipv6Ranges).openFamilies.isEmpty
    }
  }
}
