import Domain

package struct AvailableRegion: Hashable, Sendable {
  package var region: Region
  /// `opt-in-not-required`, `opted-in` or `not-opted-in`.
  package var optInStatus: String

  package init(region: Region, optInStatus: String) {
    self.region = region
    self.optInStatus = optInStatus
  }
}
