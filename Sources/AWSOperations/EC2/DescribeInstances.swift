import Domain
import FoundationEssentials

/// Lists the instances of a region.
///
/// Those that AWS services manage are included: an account can hide them from an ordinary answer.
package struct DescribeInstances: PagedOperation {
  package typealias Item = Instance

  package static let service = Service.ec2
  package static let name = "DescribeInstances"
  package static let permission: Permission = "ec2:DescribeInstances"

  /// The only one to list; EC2 takes no page size then.
  package var id: String?
  package var pageToken: String?

  package init(id: String? = nil, pageToken: String? = nil) {
    self.id = id
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form([
      "IncludeManagedResources": "true", "InstanceId.1": id, "MaxResults": id == nil ? "1000" : nil,
      "NextToken": pageToken,
    ])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let result = try result(of: answer)
    let reservations = try result.list("reservationSet", of: "item") {
      reservation throws(Undecodable) in
      let owner = try reservation.requiredString("ownerId")
      return try reservation.list("instancesSet", of: "item") { instance throws(Undecodable) in
        try Instance(instance, ownerID: owner)
      }
    }
    return Page(items: reservations.flatMap(\.self), nextToken: result.string("nextToken"))
  }
}

package struct Instance: Hashable, Sendable {
  package var id: String
  package var ownerID: String
  /// `pending`, `running`, `shutting-down`, `terminated`, `stopping` or `stopped`.
  package var state: String
  package var instanceProfileARN: String?
  package var launchedAt: Date?
  package var vpcID: String?
  package var publicIP: String?
  package var platform: String?
  package var keyName: String?
  /// The AWS service that manages the instance, if one does.
  package var managedBy: String?
  package var tags: [String: String] = [:]

  package init(id: String, ownerID: String, state: String) {
    self.id = id
    self.ownerID = ownerID
    self.state = state
  }
}

extension Instance {
  fileprivate init(_ element: XMLElement, ownerID: String) throws(Undecodable) {
    self.init(
      id: try element.requiredString("instanceId"),
      ownerID: ownerID,
      state: try element.required("instanceState").requiredString("name")
    )
    instanceProfileARN = element.child("iamInstanceProfile")?.string("arn")
    launchedAt = try element.date("launchTime")
    vpcID = element.string("vpcId")
    publicIP = element.string("ipAddress")
    platform = element.string("platformDetails") ?? element.string("platform")
    keyName = element.string("keyName")
    managedBy = try element.managingService
    tags = try element.tags
  }
}
