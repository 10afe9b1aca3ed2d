import FoundationEssentials

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
