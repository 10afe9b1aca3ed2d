import Domain

/// Lists the subnets of a region.
package struct DescribeSubnets: PagedOperation {
  package typealias Item = Subnet

  package static let service = Service.ec2
  package static let name = "DescribeSubnets"
  package static let permission: Permission = "ec2:DescribeSubnets"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(["MaxResults": "1000", "NextToken": pageToken])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    try page(of: "subnetSet", in: answer, Subnet.init)
  }
}

package struct Subnet: Hashable, Sendable {
  package var id: String
  package var vpcID: String

  package init(id: String, vpcID: String) {
    self.id = id
    self.vpcID = vpcID
  }
}

extension Subnet {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    self.init(
      id: try element.requiredString("subnetId"),
      vpcID: try element.requiredString("vpcId")
    )
  }
}
