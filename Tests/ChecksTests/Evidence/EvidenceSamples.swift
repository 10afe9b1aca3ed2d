import AWSOperations
import Domain
import Testing

@testable import Checks

extension Evidence {
  /// Every text of it, safe to be drawn and said in both languages.
  func checked(sourceLocation: SourceLocation = #_sourceLocation) -> Self {
    let cells = tables.flatMap { $0.columns + [$0.title] + $0.rows.flatMap(\.cells) }
    let shown = lines.flatMap { [$0.label, $0.value] } + notVisible.map(\.words)
    for text in [summary] + alertsAtOnce + flags + cells + shown {
      for language in Language.allCases {
        #expect(!text[language].isEmpty, sourceLocation: sourceLocation)
        #expect(
          text[language].isSafeOnScreen,
          "\(text[language])",
          sourceLocation: sourceLocation
        )
      }
    }
    for table in tables {
      #expect(
        table.rows.allSatisfy { $0.cells.count == table.columns.count },
        sourceLocation: sourceLocation
      )
    }
    return self
  }

  /// English, of the table's rows.
  func rows(_ table: Int = 0) -> [[String]] {
    tables[table].rows.map { $0.cells.map(\.en) }
  }

  var json: String { String(decoding: material.canonicalJSON, as: UTF8.self) }
}

extension Evidence {
  static func of(
    _ row: CheckID,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout Inventory) -> Void
  ) -> Self {
    let evidence = Evidence.collected(for: row, in: .with(change))
    return (evidence ?? Evidence(summary: Text(verbatim: "")))
      .checked(sourceLocation: sourceLocation)
  }
}

extension Inventory {
  /// What the evidence of two moments makes of an answer.
  static func difference(
    of row: CheckID,
    _ then: (inout Inventory) -> Void,
    _ now: (inout Inventory) -> Void
  ) -> MaterialDifference {
    MaterialDifference(
      of: row,
      then: Evidence.of(row, then).material,
      now: Evidence.of(row, now).material
    )
  }
}

extension MaterialDifference {
  /// Such as `key-1: a > b (changed)`, with a star where it counts.
  var texts: [String] {
    rows.map { row in
      let star = row.isMaterial ? "*" : ""
      return "\(star)\(row.item): \(row.then.en) > \(row.now.en) (\(row.change.rawValue))"
    }
  }
}

extension SecurityGroup.Rule {
  static func tcp(_ ports: ClosedRange<Int>, from sources: String...) -> Self {
    var rule = Self(ipProtocol: "tcp", fromPort: ports.lowerBound, toPort: ports.upperBound)
    rule.take(sources)
    return rule
  }

  static func all(from sources: String...) -> Self {
    var rule = Self(ipProtocol: "-1")
    rule.take(sources)
    return rule
  }

  private mutating func take(_ sources: [String]) {
    ipv4Ranges = sources.filter { $0.contains(".") }
    ipv6Ranges = sources.filter { $0.contains(":") }
    prefixListIDs = sources.filter { $0.hasPrefix("pl-") }
    groupIDs = sources.filter { $0.hasPrefix("sg-") }
  }
}

extension SecurityGroup {
  static func with(
    _ id: String,
    name: String = "web",
    _ inbound: Rule...,
    outbound: [Rule] = []
  ) -> Self {
    var group = Self(id: id, name: name, ownerID: "123456789012")
    group.vpcID = "vpc-1"
    group.inbound = inbound
    group.outbound = outbound
    return group
  }
}

extension NetworkInterface {
  static func with(
    _ id: String,
    groups: [String],
    publicIP: String? = nil,
    instance: String? = nil
  ) -> Self {
    var interface = Self(id: id)
    interface.vpcID = "vpc-1"
    interface.groupIDs = groups
    interface.publicIP = publicIP
    interface.instanceID = instance
    return interface
  }
}

extension NetworkFacts {
  static func with(
    _ groups: [SecurityGroup],
    _ interfaces: [NetworkInterface] = [],
    block: String? = "off",
    lists: [String: Fact<[String]>] = [:]
  ) -> Self {
    var vpc = VPC(id: "vpc-1", ownerID: "123456789012")
    vpc.internetGatewayBlock = block
    return Self(
      groups: .known(groups),
      interfaces: .known(interfaces),
      vpcs: .known([vpc]),
      prefixLists: lists
    )
  }
}
