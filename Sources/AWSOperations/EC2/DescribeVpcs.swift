import Domain

/// Lists the VPCs of a region, those that other accounts share with this one included.
package struct DescribeVpcs: PagedOperation {
  package typealias Item = VPC

  package static let service = Service.ec2
  package static let name = "DescribeVpcs"
  package static let permission: Permission = "ec2:DescribeVpcs"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form(["MaxResults": "1000", "NextToken": pageToken])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    try page(of: "vpcSet", in: answer, VPC.init)
  }
}

package struct VPC: Hashable, Sendable {
  package var id: String
  package var ownerID: String
  package var cidr: String?
  package var isDefault = false
  /// Block Public Access of the VPC: `off`, `block-ingress` or `block-bidirectional`.
  ///
  /// `nil` where the endpoint does not say.
  package var internetGatewayBlock: String?
  package var tags: [String: String] = [:]

  package init(id: String, ownerID: String) {
    self.id = id
    self.ownerID = ownerID
  }
}

extension VPC {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    self.init(
      id: try element.requiredString("vpcId"),
      ownerID: try element.requiredString("ownerId")
    )
    cidr = element.string("cidrBlock")
    isDefault = try element.bool("isDefault") ?? false
    internetGatewayBlock =
      element.child("blockPublicAccessStates")?.string("internetGatewayBlockMode")
    tags = try element.tags
  }
}
