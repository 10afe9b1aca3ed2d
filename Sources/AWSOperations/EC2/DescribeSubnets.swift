package struct Subnet: Hashable, Sendable {
  package var id: String
  package var vpcID: String

  package init(id: String, vpcID: String) {
    self.id = id
    self.vpcID = vpcID
  }
}
