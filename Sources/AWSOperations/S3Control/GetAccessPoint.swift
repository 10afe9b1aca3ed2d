import Domain

/// Reads one access point with its own Block Public Access settings.
package struct GetAccessPoint: AWSOperation {
  package static let service = Service.s3Control
  package static let name = "GetAccessPoint"
  package static let permission: Permission = "s3:GetAccessPoint"

  let account: AccountID
  let name: String

  package init(account: AccountID, name: String) {
    self.account = account
    self.name = name
  }

  package func request() -> WireRequest {
    .s3Control(account, path: ["accesspoint", name])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> AccessPointDetail {
    let root = try accessPointResult(of: answer)
    return AccessPointDetail(
      publicAccessBlock: try PublicAccessBlock(try root.required("PublicAccessBlockConfiguration")),
      networkOrigin: try root.requiredString("NetworkOrigin")
    )
  }
}

/// What decides whether an access point can be public.
package struct AccessPointDetail: Hashable, Sendable {
  package var publicAccessBlock: PublicAccessBlock
  /// `Internet` or `VPC`.
  package var networkOrigin: String

  package init(publicAccessBlock: PublicAccessBlock, networkOrigin: String) {
    self.publicAccessBlock = publicAccessBlock
    self.networkOrigin = networkOrigin
  }
}
