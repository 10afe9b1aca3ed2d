import Domain

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
