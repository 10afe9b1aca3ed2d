import AWSOperations
import Domain
import Foundation
import Testing

@testable import Checks

struct ASC05CredentialEvidenceTests {
  @Test func showsEachActiveKey() {
    let evidence = Evidence.of("ASC 05") { inventory in
      federate(&inventory)
      inventory.evidence.credentialReport = report([
        row("taro", made: "2026-06-01T00:00:00+00:00", used: "2026-06-10T00:00:00+00:00"),
        row("old", made: "2025-01-01T00:00:00+00:00", used: "2025-02-01T00:00:00+00:00"),
        row("fresh", made: "2026-06-01T00:00:00+00:00", used: "N/A"),
      ])
    }
    #expect(
      evidence.rows() == [
        ["fresh", "1", "10 days", "never", "-", "-", "no", "no"],
        ["old", "1", "526 days", "2025-02-01", "iam", "us-east-1", "no", "no"],
        ["taro", "1", "10 days", "2026-06-10", "iam", "us-east-1", "no", "no"],
      ]
    )
    #expect(
      evidence.flags.map(\.en) == [
        "active keys older than 90 days (1): old key 1",
        "active keys that were never used (1): fresh key 1",
      ]
    )
    #expect(
      evidence.summary.en == "active access keys: 3, users: 3, keys over 90 days old: 1"
    )
    #expect(
      evidence.lines.map(\.value.en) == [
        "2026-06-11T10:00:00Z", "3", "1", "1", "0", "0", "0", "0", "yes", "0",
      ]
    )
  }

  @Test(arguments: [("2026-03-13T10:00:00+00:00", false), ("2026-03-12T09:59:59+00:00", true)])
  func ninetyDaysAreNotOverNinety(made: String, isOld: Bool) {
    let evidence = Evidence.of("ASC 05") { inventory in
      federate(&inventory)
      inventory.evidence.credentialReport = report([row("a", made: made, used: made)])
    }
    #expect(evidence.flags.isEmpty == !isOld)
  }

  @Test func flagsTwoKeysAndKeysOfApplications() {
    var both = row(
      "batch-upload",
      made: "2026-06-01T00:00:00+00:00",
      used: "2026-06-10T00:00:00+00:00",
      service: "s3"
    )
    for (name, value) in both { both[name.replacing("key_1", with: "key_2")] = value }
    let double = both
    let evidence = Evidence.of("ASC 05") { inventory in
      federate(&inventory)
      inventory.evidence.credentialReport = report([double])
    }
    #expect(
      evidence.flags.map(\.en) == [
        "users with two active keys (1): batch-upload",
        "keys that look like those of applications, which a role could replace (2): "
          + "batch-upload key 1, batch-upload key 2",
      ]
    )
  }

  @Test func noFederationIsFlaggedOnlyWhenAllOfItIsKnown() {
    let none = Evidence.of("ASC 05") { $0 = .bare }
    #expect(
      none.flags.map(\.en) == [
        "nobody can sign in by federation: no SAML, no OpenID Connect, no Identity Center"
      ]
    )
    let hidden = Evidence.of("ASC 05") { inventory in
      inventory = .bare
      inventory.evidence.samlProviders = .unreadable(denied)
    }
    #expect(hidden.flags.isEmpty)
  }

  @Test func keepsKeysProvidersAndTheRolesOfInstances() {
    let evidence = Evidence.of("ASC 05") { inventory in
      inventory = .bare
      inventory.evidence.credentialReport = report([
        row("taro", made: "2026-06-01T00:00:00+00:00", used: "N/A")
      ])
      inventory.evidence.samlProviders = .known([SAMLProvider(arn: "arn:saml")])
    }
    #expect(
      evidence.json
        == #"{"activeKeys":{"taro key 1":"2026-06-01T00:00:00Z"},"#
        + #""instanceRoles":{"ASC 10":"pass"},"openIDProviders":{},"#
        + #""samlProviders":{"arn:saml":""}}"#
    )
  }

  @Test func aNewKeyALostProviderAndABareInstanceCount() {
    let difference = Inventory.difference(of: "ASC 05") { inventory in
      inventory = .bare
      inventory.evidence.credentialReport = report([
        row("taro", made: "2026-06-01T00:00:00+00:00", used: "N/A")
      ])
      inventory.evidence.samlProviders = .known([SAMLProvider(arn: "arn:saml")])
    } _: { inventory in
      inventory = .bare
      inventory.evidence.credentialReport = report([
        row("taro", made: "2026-06-09T00:00:00+00:00", used: "N/A"),
        row("hanako", made: "2026-06-01T00:00:00+00:00", used: "N/A"),
      ])
      inventory.instances = Regional([
        (tokyo, .known([Instance(id: "i-1", ownerID: "123456789012", state: "running")]))
      ])
    }
    #expect(
      difference.texts == [
        "*hanako key 1: no > 2026-06-01T00:00:00Z (added)",
        "*taro key 1: 2026-06-01T00:00:00Z > 2026-06-09T00:00:00Z (changed)",
        "*arn:saml: yes > no (removed)",
        "*ASC 10: all have one > some have none (changed)",
      ]
    )
  }

  @Test func useAgesAndDeletedKeysDoNot() {
    let difference = Inventory.difference(of: "ASC 05") { inventory in
      inventory = .bare
      inventory.evidence.credentialReport = report([
        row("taro", made: "2026-06-01T00:00:00+00:00", used: "N/A"),
        row("gone", made: "2026-06-01T00:00:00+00:00", used: "N/A"),
      ])
    } _: { inventory in
      inventory = .bare
      inventory.now += 100 * 86_400
      inventory.evidence.credentialReport = report([
        row("taro", made: "2026-06-01T00:00:00+00:00", used: "2026-06-11T00:00:00+00:00")
      ])
      inventory.evidence.samlProviders = .known([SAMLProvider(arn: "arn:new")])
    }
    #expect(!difference.isStale)
    #expect(difference.rows.map(\.item) == ["gone key 1", "arn:new"])
  }

  private func federate(_ inventory: inout Inventory) {
    inventory = .bare
    let role = Principal(kind: .role, arn: "arn:1", name: "AWSReservedSSO_Admin_1")
    inventory.authorization = .known(Authorization(principals: [role], policies: [:]))
  }

  private func report(_ rows: [[String: String]]) -> Fact<CredentialReport> {
    .known(CredentialReport(generatedAt: scanTime, rows: rows))
  }

  private func row(
    _ user: String,
    made: String,
    used: String,
    service: String = "iam"
  ) -> [String: String] {
    [
      "user": user, "access_key_1_active": "true", "access_key_1_last_rotated": made,
      "access_key_1_last_used_date": used,
      "access_key_1_last_used_service": used == "N/A" ? "N/A" : service,
      "access_key_1_last_used_region": used == "N/A" ? "N/A" : "us-east-1",
    ]
  }
}
