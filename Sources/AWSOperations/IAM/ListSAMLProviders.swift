import Domain
import FoundationEssentials

/// Lists the SAML identity providers that roles may trust.
package struct ListSAMLProviders: AWSOperation {
  package static let service = Service.iam
  package static let name = "ListSAMLProviders"
  package static let permission: Permission = "iam:ListSAMLProviders"

  package init() {}

  package func request() -> WireRequest {
    form()
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> [SAMLProvider] {
    try result(of: answer).list("SAMLProviderList", of: "member") { provider throws(Undecodable) in
      SAMLProvider(
        arn: try provider.requiredString("Arn"),
        validUntil: try provider.date("ValidUntil")
      )
    }
  }
}

package struct SAMLProvider: Hashable, Sendable {
  package var arn: String
  /// When its metadata lapse.
  package var validUntil: Date?

  package init(arn: String, validUntil: Date? = nil) {
    self.arn = arn
    self.validUntil = validUntil
  }
}
