import FoundationEssentials

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
