package struct VPC: Hashable, Sendable {
  package var id: String
  package var ownerID: String
  package var cidr: String?
  package var isDefault = false
  package var tags: [String: String] = [:]

  package init(id: String, ownerID: String) {
    self.id = id
    self.ownerID = ownerID
  }
}
