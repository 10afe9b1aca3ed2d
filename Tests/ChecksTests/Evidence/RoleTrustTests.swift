import AWSOperations
import Domain
import Testing

@testable import Checks

struct RoleTrustTests {
  @Test func countsRolesByWhoMayAssumeThem() {
    let trust = RoleTrust(
      of: Authorization(
        principals: [
          role("web", #"{"Service":"ec2.amazonaws.com"}"#),
          role("okta", #"{"Federated":"arn:aws:iam::123456789012:saml-provider/okta"}"#),
          role("ci", #"{"Federated":["arn:aws:iam::123456789012:oidc-provider/github"]}"#),
          role("login", #"{"Federated":"accounts.google.com"}"#),
          role("own", #"{"AWS":"arn:aws:iam::123456789012:root"}"#),
          role("audit", #"{"AWS":["111122223333","123456789012"]}"#),
          role("anybody", #""*""#),
        ],
        policies: [:]
      ),
      account: "123456789012"
    )
    #expect(trust.services == 1)
    #expect(trust.saml == 1)
    #expect(trust.openID == 2)
    #expect(trust.otherAccounts == 2)
    #expect(!trust.hasIdentityCenter)
  }

  @Test func knowsIdentityCenterByItsRoles() {
    let trust = RoleTrust(
      of: Authorization(principals: [role("AWSReservedSSO_Admin_1", #""*""#)], policies: [:]),
      account: "123456789012"
    )
    #expect(trust.hasIdentityCenter)
  }

  @Test func whatIsDeniedOrMakesNoSenseIsNotTrusted() {
    var broken = Principal(kind: .role, arn: "arn:1", name: "broken")
    broken.trustPolicy = "{"
    var denied = role("denied", #"{"AWS":"111122223333"}"#)
    denied.trustPolicy = denied.trustPolicy?.replacing("Allow", with: "Deny")
    let user = Principal(kind: .user, arn: "arn:2", name: "user")
    let trust = RoleTrust(
      of: Authorization(principals: [broken, denied, user], policies: [:]),
      account: "123456789012"
    )
    #expect(trust.services + trust.saml + trust.openID + trust.otherAccounts == 0)
  }

  private func role(_ name: String, _ principal: String) -> Principal {
    var role = Principal(kind: .role, arn: "arn:aws:iam::123456789012:role/\(name)", name: name)
    role.trustPolicy =
      #"{"Statement":{"Effect":"Allow","Principal":\#(principal),"Action":"sts:AssumeRole"}}"#
    return role
  }
}
