import Domain

/// Asks whether an access point's policy lets everybody in, by AWS's own reckoning.
///
/// False when there is no policy.
package struct GetAccessPointPolicyStatus: AWSOperation {
  package static let service = Service.s3Control
  package static let name = "GetAccessPointPolicyStatus"
  package static let permission: Permission = "s3:GetAccessPointPolicyStatus"

  let account: AccountID
  let name: String

  package init(account: AccountID, name: String) {
    self.account = account
    self.name = name
  }

  package func request() -> WireRequest {
    .s3Control(account, path: ["accesspoint", name, "policyStatus"])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Bool {
    try accessPointResult(of: answer)
      .required("PolicyStatus")
      .requiredBool("IsPublic")
  }

  package static func output(forErrorCode code: String) -> Bool? {
    code == "NoSuchAccessPointPolicy" ? false : nil
  }
}
