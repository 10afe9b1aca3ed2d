import Domain

/// Lists the security groups of a region with their rules.
package struct DescribeSecurityGroups: PagedOperation {
  package typealias Item = SecurityGroup

  package static let service = Service.ec2
  package static let name = "DescribeSecurityGroups"
  package static let permission: Permission = "ec2:DescribeSecurityGroups"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(["MaxResults": "1000", "NextToken": pageToken])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    try page(of: "securityGroupInfo", in: answer, SecurityGroup.init)
  }
}

package struct SecurityGroup: Hashable, Sendable {
  /// One protocol and range of ports, with everything it lets in or out.
  package struct Rule: Hashable, Sendable {
    /// `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all.
    package var ipProtocol: String
    /// Of ICMP the type; absent when the protocol is all or has no ports.
    package var fromPort: Int?
    package var toPort: Int?
    package var ipv4Ranges: [String] = []
    package var ipv6Ranges: [String] = []
    package var groupIDs: [String] = []
    package var prefixListIDs: [String] = []

    package init(ipProtocol: String, fromPort: Int? = nil, toPort: Int? = nil) {
      self.ipProtocol = ipProtocol
      self.fromPort = fromPort
      self.toPort = toPort
    }
  }

  package var id: String
  package var name: String
  package var ownerID: String
  package var vpcID: String?
  package var inbound: [Rule] = []
  package var outbound: [Rule] = []
  package var tags: [String: String] = [:]

  package init(id: String, name: String, ownerID: String) {
    self.id = id
    self.name = name
    self.ownerID = ownerID
  }
}

extension SecurityGroup {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    self.init(
      id: try element.requiredString("groupId"),
      name: try element.requiredString("groupName"),
      ownerID: try element.requiredString("ownerId")
    )
    vpcID = element.string("vpcId")
    inbound = try element.list("ipPermissions", of: "item", Rule.init)
    outbound = try element.optionalList("ipPermissionsEgress", of: "item", Rule.init)
    tags = try element.tags
  }
}

extension SecurityGroup.Rule {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    self.init(
      ipProtocol: try element.requiredString("ipProtocol"),
      fromPort: try element.int("fromPort"),
      toPort: try element.int("toPort")
    )
    ipv4Ranges = try element.optionalList("ipRanges", of: "item") { range throws(Undecodable) in
      try range.requiredString("cidrIp")
    }
    ipv6Ranges = try element.optionalList("ipv6Ranges", of: "item") { range throws(Undecodable) in
      try range.requiredString("cidrIpv6")
    }
    groupIDs = try element.optionalList("groups", of: "item") { group throws(Undecodable) in
      try group.requiredString("groupId")
    }
    prefixListIDs = try element.optionalList("prefixListIds", of: "item") {
      list throws(Undecodable) in
      try list.requiredString("prefixListId")
    }
  }
}
