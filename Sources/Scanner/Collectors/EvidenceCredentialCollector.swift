import AWSOperations
import Checks
import Domain

/// Long-term keys, and the providers that make them needless.
struct EvidenceCredentialCollector: Sendable {
  let reader: Reader
  let account: AccountCollector

  func credentials() async -> Contribution {
    async let report = account.credentialReport()
    async let saml = reader.read(ListSAMLProviders(), in: reader.homeRegion)
    async let openID = reader.read(ListOpenIDConnectProviders(), in: reader.homeRegion)
    let facts = (await report, await saml, await openID)
    return { inventory in
      inventory.evidence.credentialReport = facts.0
      inventory.evidence.samlProviders = facts.1
      inventory.evidence.openIDProviders = facts.2
    }
  }
}
