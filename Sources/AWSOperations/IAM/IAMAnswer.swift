/// Parts that IAM's answers have in common.
extension XMLElement {
  /// What asks for the next page.
  ///
  /// A page that is said to be cut short and has no marker throws, so that the rest is not lost.
  func nextMarker() throws(Undecodable) -> String? {
    switch try bool("IsTruncated") {
    case true?: try requiredString("Marker")
    case false?: nil
    case nil: string("Marker")
    }
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
