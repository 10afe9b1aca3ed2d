import Domain

/// Lists the network interfaces of a region: what security groups are attached to.
///
/// Those that AWS services manage are included: an account can hide them from an ordinary answer.
package struct DescribeNetworkInterfaces: PagedOperation {
  package typealias Item = NetworkInterface

  package static let service = Service.ec2
  package static let name = "DescribeNetworkInterfaces"
  package static let permission: Permission = "ec2:DescribeNetworkInterfaces"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(["IncludeManagedResources": "true", "MaxResults": "1000", "NextToken": pageToken])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    try page(of: "networkInterfaceSet", in: answer, NetworkInterface.init)
  }
}

package struct NetworkInterface: Hashable, Sendable {
  package var id: String
  package var vpcID: String?
  package var groupIDs: [String] = []
  package var publicIP: String?
  package var ipv6Addresses: [String] = []
  package var instanceID: String?
  /// `interface`, `lambda`, `load_balancer`, `nat_gateway` and many more.
  package var kind: String?
  package var description: String?

  package init(id: String) {
    self.id = id
  }
}

extension NetworkInterface {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    self.init(id: try element.requiredString("networkInterfaceId"))
    vpcID = element.string("vpcId")
    groupIDs = try element.list("groupSet", of: "item") { group throws(Undecodable) in
      try group.requiredString("groupId")
    }
    let secondary = try element.optionalList("privateIpAddressesSet", of: "item") { address in
      address.child("association")?.string("publicIp")
    }
    publicIP =
      element.child("association")?.string("publicIp") ?? secondary.compactMap(\.self).first
    ipv6Addresses = try element.optionalList("ipv6AddressesSet", of: "item") {
      address throws(Undecodable) in
      try address.requiredString("ipv6Address")
    }
    instanceID = element.child("attachment")?.string("instanceId")
    kind = element.string("interfaceType")
    description = element.string("description")
  }
}
