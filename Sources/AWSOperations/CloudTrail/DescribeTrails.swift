import Domain

/// Lists the trails that record a region, wherever their home is.
///
/// Shadow trails are asked for, because an organization's trail reaches a member account only as one.
package struct DescribeTrails: AWSOperation {
  package static let service = Service.cloudTrail
  package static let name = "DescribeTrails"
  package static let permission: Permission = "cloudtrail:DescribeTrails"

  package init() {}

  package func request() -> WireRequest {
    json(["includeShadowTrails": true])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> [Trail] {
    try JSONAnswer.decode(Answer.self, from: answer).trailList.map(\.trail)
  }
}

/// How a trail is configured.
///
/// Whether it is switched on is for `GetTrailStatus` to say.
package struct Trail: Hashable, Sendable {
  package var arn: String
  package var name: String
  package var homeRegion: Region
  package var bucket: String
  package var prefix: String?
  package var isMultiRegion = false
  package var isOrganization = false
  package var includesGlobalServiceEvents = false
  package var hasCustomEventSelectors = false

  package init(arn: String, name: String, homeRegion: Region, bucket: String) {
    self.arn = arn
    self.name = name
    self.homeRegion = homeRegion
    self.bucket = bucket
  }
}

private struct Answer: Decodable {
  let trailList: [Entry]

  struct Entry: Decodable {
    let trail: Trail

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      var trail = Trail(
        arn: try members.decode(String.self, forKey: .TrailARN),
        name: try members.decode(String.self, forKey: .Name),
        homeRegion: Region(try members.decode(String.self, forKey: .HomeRegion)),
        bucket: try members.decode(String.self, forKey: .S3BucketName)
      )
      func flag(_ key: CodingKeys) throws -> Bool {
        try members.decodeIfPresent(Bool.self, forKey: key) ?? false
      }
      trail.prefix = try members.decodeIfPresent(String.self, forKey: .S3KeyPrefix)
      trail.isMultiRegion = try flag(.IsMultiRegionTrail)
      trail.isOrganization = try flag(.IsOrganizationTrail)
      trail.includesGlobalServiceEvents = try flag(.IncludeGlobalServiceEvents)
      trail.hasCustomEventSelectors = try flag(.HasCustomEventSelectors)
      self.trail = trail
    }

    enum CodingKeys: String, CodingKey {
      case TrailARN, Name, HomeRegion, S3BucketName, S3KeyPrefix
      case IsMultiRegionTrail, IsOrganizationTrail
      case IncludeGlobalServiceEvents, HasCustomEventSelectors
    }
  }
}
