import Domain

/// Fetches the document of one version of a managed policy.
///
/// As it was sent: AWS percent-encodes it, emulators do not.
package struct GetPolicyVersion: AWSOperation {
  package static let service = Service.iam
  package static let name = "GetPolicyVersion"
  package static let permission: Permission = "iam:GetPolicyVersion"

  let policyARN: String
  let versionID: String

  package init(policyARN: String, versionID: String) {
    self.policyARN = policyARN
    self.versionID = versionID
  }

  package func request() -> WireRequest {
    form(["PolicyArn": policyARN, "VersionId": versionID])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> String {
    try result(of: answer).required("PolicyVersion").requiredString("Document")
  }
}
