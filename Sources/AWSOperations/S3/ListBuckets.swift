import Domain
import FoundationEssentials

package struct ListedBucket: Hashable, Sendable {
  package var name: String
  package var createdAt: Date?
  /// AWS sends it only in paginated answers, emulators never.
  package var region: Region?

  package init(name: String, createdAt: Date? = nil, region: Region? = nil) {
    self.name = name
    self.createdAt = createdAt
    self.region = region
  }
}
