import Domain
import FoundationEssentials

/// Lists the EBS volumes of a region.
///
/// Those that AWS services manage are included: an account can hide them from an ordinary answer.
package struct DescribeVolumes: PagedOperation {
  package typealias Item = Volume

  package static let service = Service.ec2
  package static let name = "DescribeVolumes"
  package static let permission: Permission = "ec2:DescribeVolumes"

  /// The only one to list; EC2 takes no page size then.
  package var id: String?
  package var pageToken: String?

  package init(id: String? = nil, pageToken: String? = nil) {
    self.id = id
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    form([
      "IncludeManagedResources": "true", "VolumeId.1": id, "MaxResults": id == nil ? "500" : nil,
      "NextToken": pageToken,
    ])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    try page(of: "volumeSet", in: answer, Volume.init)
  }
}

package struct Volume: Hashable, Sendable {
  package var id: String
  /// `creating`, `available`, `in-use`, `deleting`, `deleted` or `error`.
  package var state: String
  /// `nil` when the answer does not say.
  package var isEncrypted: Bool?
  /// In GiB.
  package var size: Int?
  package var type: String?
  package var kmsKeyID: String?
  package var snapshotID: String?
  package var attachedInstanceIDs: [String] = []
  package var createdAt: Date?
  /// The AWS service that manages the volume, if one does.
  package var managedBy: String?
  package var tags: [String: String] = [:]

  package init(id: String, state: String, isEncrypted: Bool?) {
    self.id = id
    self.state = state
    self.isEncrypted = isEncrypted
  }
}

extension Volume {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    self.init(
      id: try element.requiredString("volumeId"),
      state: try element.requiredString("status"),
      isEncrypted: try element.bool("encrypted")
    )
    size = try element.int("size")
    type = element.string("volumeType")
    kmsKeyID = element.string("kmsKeyId")
    snapshotID = element.string("snapshotId")
    attachedInstanceIDs = try element.optionalList("attachmentSet", of: "item") {
      attachment in
      attachment.string("instanceId")
    }.compactMap(\.self)
    createdAt = try element.date("createTime")
    managedBy = try element.managingService
    tags = try element.tags
  }
}
