import Domain
import FoundationEssentials

/// Exchanges the caller's credentials for a role's.
///
/// Ask a regional endpoint: tokens of the global one are refused in regions that were opted into.
package struct AssumeRole: AWSOperation {
  package static let service = Service.sts
  package static let name = "AssumeRole"
  package static let permission: Permission = "sts:AssumeRole"

  let roleARN: String
  let sessionName: String
  let externalID: String?
  let durationSeconds: Int?
  let serialNumber: String?
  let tokenCode: String?

  package init(
    roleARN: String,
    sessionName: String,
    externalID: String? = nil,
    durationSeconds: Int? = nil,
    serialNumber: String? = nil,
    tokenCode: String? = nil
  ) {
    self.roleARN = roleARN
    self.sessionName = sessionName
    self.externalID = externalID
    self.durationSeconds = durationSeconds
    self.serialNumber = serialNumber
    self.tokenCode = tokenCode
  }

  package func request() -> WireRequest {
    form([
      "RoleArn": roleARN,
      "RoleSessionName": sessionName,
      "ExternalId": externalID,
      "DurationSeconds": durationSeconds.map(String.init),
      "SerialNumber": serialNumber,
      "TokenCode": tokenCode,
    ])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> AssumedRole {
    try AssumedRole(try result(of: answer))
  }
}

/// The credentials of an assumed role.
///
/// Prints and dumps as its ARN alone, so that no log ever holds the secrets.
package struct AssumedRole: Hashable, Sendable {
  package let accessKeyID: String
  package let secretAccessKey: String
  package let sessionToken: String
  package let expiresAt: Date
  /// Of the session, such as `arn:aws:sts::111122223333:assumed-role/audit/ascheck`.
  package let arn: String
}

extension AssumedRole {
  init(_ result: XMLElement) throws(Undecodable) {
    let credentials = try result.required("Credentials")
    accessKeyID = try credentials.requiredString("AccessKeyId")
    secretAccessKey = try credentials.requiredString("SecretAccessKey")
    sessionToken = try credentials.requiredString("SessionToken")
    expiresAt = try credentials.requiredDate("Expiration")
    arn = try result.required("AssumedRoleUser").requiredString("Arn")
  }
}

extension AssumedRole: CustomStringConvertible, CustomReflectable {
  package var description: String { "AssumedRole(\(arn))" }
  package var customMirror: Mirror { Mirror(self, children: ["arn": arn]) }
}
