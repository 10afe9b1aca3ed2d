import AWSOperations
import Domain
import FoundationEssentials
import Testing

@testable import Checks

struct ASC10InstanceRolesTests {
  static let profile = "arn:aws:iam::123456789012:instance-profile/app/web"

  @Test func anAccountWithoutInstancesHasNothingToCheck() {
    #expect(
      Check.instanceRoles.judged(.empty).map(\.verdict)
        == [Verdict(.notApplicable, .nothingToCheck)]
    )
  }

  @Test func whatCouldNotBeReadIsUnknown() {
    #expect(Check.instanceRoles.judged(.denied).map(\.verdict) == [.unknown])
    #expect(Check.instanceRoles.judged(.denied).first?.resource.region == tokyo)
  }

  @Test(arguments: ["shutting-down", "terminated"])
  func instancesThatAreGoingAreIgnored(_ state: String) {
    #expect(findings(.instance(state: state)).map(\.status) == [.notApplicable])
  }

  @Test(arguments: ["pending", "running", "stopping", "stopped"])
  func alertsOnAnInstanceWithoutProfile(_ state: String) {
    let findings = findings(.instance(state: state))
    #expect(findings.map(\.verdict) == [Verdict(.alert, .noInstanceProfile)])
    #expect(findings.first?.resource.arn == "arn:aws:ec2:ap-northeast-1:123456789012:instance/i-1")
  }

  @Test func aProfileWithARolePasses() {
    let findings = findings(.instance(profile: Self.profile))
    #expect(findings.map(\.verdict) == [Verdict(.pass, .roleAttached)])
    #expect(findings.first?.values["role"] == "web-role")
  }

  @Test(arguments: [
    "arn:aws:iam::123456789012:instance-profile/web",
    "arn:aws:iam::123456789012:instance-profile/app/empty",
  ])
  func alertsOnAProfileThatNoRoleLists(_ profile: String) {
    #expect(
      findings(.instance(profile: profile)).map(\.verdict) == [Verdict(.alert, .profileWithoutRole)]
    )
  }

  @Test func withoutTheListOfRolesAProfilePassesUnverified() {
    #expect(
      findings(.instance(profile: Self.profile), roles: .unreadable(denied)).map(\.verdict)
        == [Verdict(.pass, .profileAttached, [.roleNotVerified])]
    )
  }

  /// The lists that stand in for a refused GetAccountAuthorizationDetails lack instance profiles.
  @Test func rolesWithoutTheirProfilesVerifyNothing() {
    var authorization = Authorization(principals: [], policies: [:])
    authorization.detailsGap = denied
    #expect(
      findings(.instance(profile: Self.profile), roles: .known(authorization)).map(\.verdict)
        == [Verdict(.pass, .profileAttached, [.roleNotVerified])]
    )
  }

  @Test func theListOfRolesDoesNotMatterWithoutProfile() {
    #expect(
      findings(.instance(), roles: .unreadable(denied)).map(\.verdict)
        == [Verdict(.alert, .noInstanceProfile)]
    )
  }

  @Test(arguments: [
    (299.0, Verdict(.pass, .launching, [.noInstanceProfileYet])),
    (300.0, Verdict(.alert, .noInstanceProfile)),
  ])
  func aFreshInstanceMayStillGetItsProfile(_ age: Double, _ verdict: Verdict) {
    var instance = Instance.instance(state: "pending")
    instance.launchedAt = scanTime.addingTimeInterval(-age)
    #expect(findings(instance).map(\.verdict) == [verdict])
  }

  private func findings(
    _ instance: Instance,
    roles: Fact<Authorization>? = nil
  ) -> [Finding] {
    var role = Principal(
      kind: .role,
      arn: "arn:aws:iam::123456789012:role/web-role",
      name: "web-role"
    )
    role.instanceProfiles = [Self.profile]
    return Check.instanceRoles.judged(
      .with {
        $0.instances = Regional([(tokyo, .known([instance]))])
        $0.authorization = roles ?? .known(Authorization(principals: [role], policies: [:]))
      }
    )
  }
}

extension Instance {
  fileprivate static func instance(state: String = "running", profile: String? = nil) -> Self {
    var instance = Self(id: "i-1", ownerID: "123456789012", state: state)
    instance.instanceProfileARN = profile
    return instance
  }
}
