import Domain

/// Lists the trails that record a region, wherever their home is.
///
/// Shadow trails are asked for, because an organization's trail reaches a member account only so.
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
    let trailARN: String
    let name: String
    let homeRegion: String
    let s3BucketName: String
    let s3KeyPrefix: String?
    let isMultiRegionTrail: Bool?
    let isOrganizationTrail: Bool?
    let includeGlobalServiceEvents: Bool?
    let hasCustomEventSelectors: Bool?

    var trail: Trail {
      var trail = Trail(
        arn: trailARN,
        name: name,
        homeRegion: Region(homeRegion),
        bucket: s3BucketName
      )
      trail.prefix = s3KeyPrefix
      trail.isMultiRegion = isMultiRegionTrail ?? false
      trail.isOrganization = isOrganizationTrail ?? false
      trail.includesGlobalServiceEvents = includeGlobalServiceEvents ?? false
      trail.hasCustomEventSelectors = hasCustomEventSelectors ?? false
      return trail
    }
  }
}
