import Domain

/// Has IAM prepare the credential report.
///
/// Ask again until the state is `COMPLETE`; the others are `STARTED` and `INPROGRESS`. IAM makes a
/// new report at most every four hours.
package struct GenerateCredentialReport: AWSOperation {
  package static let service = Service.iam
  package static let name = "GenerateCredentialReport"
  package static let permission: Permission = "iam:GenerateCredentialReport"

  package init() {}

  package func request() -> WireRequest {
    form()
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> String {
    try result(of: answer).requiredString("State")
  }
}
