import Domain

/// Exchanges a token of an identity provider, such as a Kubernetes cluster, for a role's
/// credentials.
package struct AssumeRoleWithWebIdentity: AWSOperation {
  package static let service = Service.sts
  package static let name = "AssumeRoleWithWebIdentity"
  package static let permission: Permission = "sts:AssumeRoleWithWebIdentity"
  package static let isSigned = false

  let roleARN: String
  let sessionName: String
  let token: String

  package init(roleARN: String, sessionName: String, token: String) {
    self.roleARN = roleARN
    self.sessionName = sessionName
    self.token = token
  }

  package func request() -> WireRequest {
    form(["RoleArn": roleARN, "RoleSessionName": sessionName, "WebIdentityToken": token])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> AssumedRole {
    try AssumedRole(try result(of: answer))
  }
}
