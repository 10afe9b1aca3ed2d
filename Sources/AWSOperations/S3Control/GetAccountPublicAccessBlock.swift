import Domain

/// Reads Block Public Access of the whole account, for every region at once.
///
/// What an organization's policy enforces shows here too.
package struct GetAccountPublicAccessBlock: AWSOperation {
  package static let service = Service.s3Control
  package static let name = "GetPublicAccessBlock"
  package static let permission: Permission = "s3:GetAccountPublicAccessBlock"

  let account: AccountID

  package init(account: AccountID) {
    self.account = account
  }

  package func request() -> WireRequest {
    .s3Control(account, path: ["configuration", "publicAccessBlock"])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> PublicAccessBlock {
    try PublicAccessBlock(try root("PublicAccessBlockConfiguration", of: answer))
  }

  package static func output(forErrorCode code: String) -> PublicAccessBlock? {
    code == "NoSuchPublicAccessBlockConfiguration" ? PublicAccessBlock.none : nil
  }
}
