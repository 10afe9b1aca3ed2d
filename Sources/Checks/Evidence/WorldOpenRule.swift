import AWSOperations
import Domain

/// How much a port that is open to the world gives away; the most first.
enum PortTier: Int, Comparable, CaseIterable {
  case web
  case other
  case dataStore
  case administration
  case everything

  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.rawValue < rhs.rawValue
  }

  var words: Text {
    switch self {
    case .web: Text(en: "web", ja: "Web")
    case .other: Text(en: "other ports", ja: "その他のポート")
    case .dataStore: Text(en: "data store", ja: "データストア")
    case .administration: Text(en: "administration", ja: "管理用ポート")
    case .everything: Text(en: "all ports", ja: "全ポート")
    }
  }

  static let administrationPorts = [22, 23, 3389, 5985, 5986]
  static let dataStorePorts = [1433, 1521, 2379, 3306, 5432, 6379, 9200, 11211, 27017]
}

extension SecurityGroup.Rule {
  var hasPorts: Bool { ["tcp", "udp", "6", "17"].contains(ipProtocol) }

  /// `nil` when no ports limit the rule, be it because the protocol has none.
  var ports: ClosedRange<Int>? {
    guard hasPorts, let fromPort, let toPort, fromPort <= toPort else { return nil }
    return fromPort...toPort
  }

  var tier: PortTier {
    if ipProtocol == "-1" { return .everything }
    guard hasPorts else { return .other }
    guard let ports, ports != 0...65_535, ports != 1...65_535 else { return .everything }
    if PortTier.administrationPorts.contains(where: ports.contains) { return .administration }
    if PortTier.dataStorePorts.contains(where: ports.contains) { return .dataStore }
    return ports == 80...80 || ports == 443...443 ? .web : .other
  }

  /// Such as `tcp 22`, `udp 1000-2000`, `icmp 8` or `all`.
  var text: String {
    if ipProtocol == "-1" { return "all" }
    guard let fromPort, let toPort, fromPort >= 0 else { return ipProtocol }
    let isRange = hasPorts && fromPort != toPort
    return isRange ? "\(ipProtocol) \(fromPort)-\(toPort)" : "\(ipProtocol) \(fromPort)"
  }

  var sources: [String] { ipv4Ranges + ipv6Ranges + prefixListIDs + groupIDs }

  /// Whether everything that `other` lets in through its ports comes through here too.
  func reachesAsFar(as other: Self) -> Bool {
    if ipProtocol == "-1" { return true }
    guard ipProtocol == other.ipProtocol else { return false }
    guard hasPorts, let ports else { return (fromPort, toPort) == (other.fromPort, other.toPort) }
    return other.ports.map { ports.contains($0.lowerBound) && ports.contains($0.upperBound) }
      ?? false
  }

  func letsIn(port: Int) -> Bool {
    ipProtocol == "-1" || (hasPorts && (ports?.contains(port) ?? true))
  }
}

/// An inbound rule that lets everybody in, by itself or with others of its group.
struct WorldOpenRule {
  let group: SecurityGroup
  let rule: SecurityGroup.Rule
  /// What lets everybody in, sorted, such as `0.0.0.0/0`.
  let sources: [String]

  /// Such as `sg-1 tcp 22 0.0.0.0/0`, for facts that are kept.
  var fact: String { "\(group.id) \(text)" }

  var text: String { "\(rule.text) \(sources.joined(separator: "+"))" }
}

extension NetworkFacts {
  /// Every rule of a group that is open to the world.
  func worldOpenRules(of group: SecurityGroup) -> [WorldOpenRule] {
    group.inbound.compactMap { rule in
      let sources = openSources(of: rule, in: group)
      return sources.isEmpty ? nil : WorldOpenRule(group: group, rule: rule, sources: sources)
    }
  }

  /// Rules about prefix lists that could not be read: they may let in anybody.
  func unreadableRules(of group: SecurityGroup) -> [String] {
    group.inbound.flatMap { rule in
      rule.prefixListIDs.filter { prefixLists[$0]?.gap != nil }
        .map { "\(group.id) \(rule.text) \($0)" }
    }
  }

  /// Whole-world blocks of the rule itself, else all it has where the others of the group that
  /// reach as far complete them.
  private func openSources(
    of rule: SecurityGroup.Rule,
    in group: SecurityGroup
  ) -> [String] {
    let own = sources(of: rule)
    let single = own.filter { !AddressUnion(of: $0.blocks).openFamilies.isEmpty }
    guard single.isEmpty else { return single.map(\.name).sorted() }
    let others = group.inbound.filter { $0 != rule && $0.reachesAsFar(as: rule) }
      .filter { other in sources(of: other).allSatisfy { $0.isNarrow } }
    let theirs = others.flatMap(sources).flatMap(\.blocks)
    let without = AddressUnion(of: theirs).openFamilies
    let open = AddressUnion(of: own.flatMap(\.blocks) + theirs).openFamilies
      .filter { !without.contains($0) }
    return own.filter { source in open.contains { source.isOf($0) } }.map(\.name).sorted()
  }

  private func sources(of rule: SecurityGroup.Rule) -> [Source] {
    (rule.ipv4Ranges + rule.ipv6Ranges).map { Source(name: $0, blocks: [$0]) }
      + rule.prefixListIDs.map { list in
        Source(name: list, blocks: prefixLists[list]?.known { $0 } ?? [])
      }
  }

  /// An address block, or a prefix list with its own.
  private struct Source: Equatable {
    let name: String
    let blocks: [String]

    var isNarrow: Bool { AddressUnion(of: blocks).openFamilies.isEmpty }

    func isOf(_ family: AddressUnion.Family) -> Bool {
      blocks.contains { AddressUnion.range(of: $0)?.0 == family }
    }
  }
}
