import Domain

/// Lists the OpenID Connect identity providers that roles may trust, by ARN.
package struct ListOpenIDConnectProviders: AWSOperation {
  package static let service = Service.iam
  package static let name = "ListOpenIDConnectProviders"
  package static let permission: Permission = "iam:ListOpenIDConnectProviders"

  package init() {}

  package func request() -> WireRequest {
    form()
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> [String] {
    try result(of: answer).list("OpenIDConnectProviderList", of: "member") {
      provider throws(Undecodable) in
      try provider.requiredString("Arn")
    }
  }
}
