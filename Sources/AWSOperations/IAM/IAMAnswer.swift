/// Parts that IAM's answers have in common.
extension XMLElement {
  /// What asks for the next page.
  ///
  /// IAM says first whether there is one: the marker alone may be left over.
  func nextMarker() throws(Undecodable) -> String? {
    try requiredBool("IsTruncated") ? try requiredString("Marker") : nil
  }
}

extension Principal {
  /// A user, group or role as `ListUsers` and its kin have it, and `GetAccountAuthorizationDetails`
  /// with more.
  init(_ kind: Kind, _ element: XMLElement) throws(Undecodable) {
    let nameElement: StaticString =
      switch kind {
      case .user: "UserName"
      case .group: "GroupName"
      case .role: "RoleName"
      }
    self.init(
      kind: kind,
      arn: try element.requiredString("Arn"),
      name: try element.requiredString(nameElement)
    )
    path = element.string("Path") ?? "/"
    permissionsBoundary = element.child("PermissionsBoundary")?.string("PermissionsBoundaryArn")
    trustPolicy = element.string("AssumeRolePolicyDocument")
    lastUsed = try element.child("RoleLastUsed")?.date("LastUsedDate")
  }
}
