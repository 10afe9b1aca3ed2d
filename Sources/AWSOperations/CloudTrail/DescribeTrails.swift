import Domain

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
