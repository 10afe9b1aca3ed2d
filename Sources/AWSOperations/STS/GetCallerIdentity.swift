import Domain

/// Says who the credentials belong to.
///
/// No policy can deny it, so that a failure is one of the credentials or of the connection.
package struct GetCallerIdentity: AWSOperation {
  package static let service = Service.sts
  package static let name = "GetCallerIdentity"
  package static let permission: Permission = "sts:GetCallerIdentity"

  package init() {}

  package func request() -> WireRequest {
    form()
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> CallerIdentity {
    let result = try result(of: answer)
    return CallerIdentity(
      account: AccountID(try result.requiredString("Account")),
      arn: try result.requiredString("Arn"),
      userID: try result.requiredString("UserId")
    )
  }
}

/// Who the credentials belong to.
package struct CallerIdentity: Hashable, Sendable {
  package var account: AccountID
  package var arn: String
  package var userID: String

  package init(account: AccountID, arn: String, userID: String) {
    self.account = account
    self.arn = arn
    self.userID = userID
  }

  /// From the ARN's second field.
  package var partition: Partition {
    let fields = arn.split(separator: ":", omittingEmptySubsequences: false)
    return fields.count > 1 ? Partition(rawValue: String(fields[1])) ?? .aws : .aws
  }
}
