import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC04LimitedAdministratorsTests {
  static let everything = #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#
  static let reading = #"{"Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}}"#
  static let policyARN = "arn:aws:iam::aws:policy/AdministratorAccess"

  @Test func anAccountWithoutGrantsHasNothingToCheck() {
    #expect(
      Check.limitedAdministrators.judged(.empty).map(\.verdict)
        == [Verdict(.notApplicable, .nothingToCheck)]
    )
  }

  @Test func whatCouldNotBeReadIsUnknown() {
    #expect(Check.limitedAdministrators.judged(.denied).map(\.verdict) == [.unknown])
  }

  @Test func alertsOnAnInlinePolicyThatGrantsEverything() {
    let findings = findings([.role("ops", inline: ["all": Self.everything])])
    #expect(findings.map(\.verdict) == [Verdict(.alert, .adminLiteral)])
    #expect(findings.first?.resource.arn == "arn:aws:iam::123456789012:role/ops")
    #expect(findings.first?.resource.qualifier == "inline:all")
    #expect(findings.first?.values["policyKind"] == "inline")
    #expect(
      findings.first?.values["statementJSON"]
        == #"{"Action":"*","Effect":"Allow","Resource":"*"}"#
    )
  }

  @Test func alertsOnAManagedPolicyThatGrantsEverything() {
    let findings = findings(
      [.role("ops", attached: [Self.policyARN])],
      [Self.policyARN: .known(.policy(Self.everything))]
    )
    #expect(findings.map(\.verdict) == [Verdict(.alert, .adminLiteral)])
    #expect(findings.first?.resource.qualifier == Self.policyARN)
    #expect(findings.first?.values["policyKind"] == "awsManaged")
    #expect(findings.first?.values["policyVersion"] == "v3")
  }

  @Test(arguments: [
    (
      #"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a:b":"true"}}}"#,
      Verdict(.alert, .adminConditional)
    ),
    (
      #"{"Effect":"Allow","NotAction":"foo:bar","Resource":"*"}"#, Verdict(.alert, .adminEquivalent)
    ),
    (#"{"Effect":"Allow","Action":"iam:*","Resource":"*"}"#, Verdict(.pass, .canEscalate)),
    (
      #"{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::x/*"}"#,
      Verdict(.pass, .limitedPolicy)
    ),
  ])
  func judgesByTheStrongestStatement(_ statement: String, _ verdict: Verdict) {
    let document = #"{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"},\#(statement)]}"#
    #expect(findings([.role("r", inline: ["p": document])]).map(\.verdict) == [verdict])
  }

  @Test func aDenyDoesNotCancelAndIsNoted() {
    let document =
      #"{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},"#
      + #"{"Effect":"Deny","Action":"iam:*","Resource":"*"}]}"#
    let findings = findings([.role("r", inline: ["p": document])])
    #expect(findings.map(\.verdict) == [Verdict(.alert, .adminLiteral)])
    #expect(findings.first?.values["hasDeny"] == "true")
  }

  @Test func quotesTheCondition() {
    let document =
      #"{"Statement":{"Sid":"MFA","Effect":"Allow","Action":"*","Resource":"*","#
      + #""Condition":{"Bool":{"aws:MultiFactorAuthPresent":true}}}}"#
    let values = findings([.role("r", inline: ["p": document])]).first?.values
    #expect(values?["condition"] == #"{"Bool":{"aws:MultiFactorAuthPresent":true}}"#)
    #expect(values?["statement"] == "MFA")
  }

  @Test func aDocumentThatIsNoPolicyIsUnknown() {
    let findings = findings(
      [.role("r", inline: ["broken": "{"], attached: [Self.policyARN])],
      [Self.policyARN: .known(.policy(nil))]
    )
    #expect(
      findings.map(\.verdict) == [
        Verdict(.unknown, .policyUnreadable), Verdict(.unknown, .policyUnreadable),
      ]
    )
  }

  @Test func anUnreadableOrMissingPolicyIsUnknownForItsGrantAlone() {
    let findings = findings(
      [.role("r", inline: ["p": Self.reading], attached: ["arn:a:denied", "arn:a:missing"])],
      ["arn:a:denied": .unreadable(denied)]
    )
    #expect(findings.map(\.verdict) == [Verdict(.pass, .limitedPolicy), .unknown, .unknown])
  }

  @Test func aPolicyThatVanishedMakesNoFinding() {
    let findings = findings(
      [.role("r", inline: ["p": Self.reading], attached: ["arn:a:gone"])],
      ["arn:a:gone": .unreadable(gone)]
    )
    #expect(findings.map(\.verdict) == [Verdict(.pass, .limitedPolicy)])
  }

  /// Policies used only as boundaries used to be reported.
  @Test func aBoundaryAndAnUnattachedPolicyGrantNothing() {
    var role = Principal.role("r", inline: ["p": Self.reading])
    role.permissionsBoundary = Self.policyARN
    let findings = findings([role], [Self.policyARN: .known(.policy(Self.everything))])
    #expect(findings.map(\.verdict) == [Verdict(.pass, .limitedPolicy)])
    #expect(findings.first?.values["permissionsBoundary"] == Self.policyARN)
  }

  @Test func aGroupIsReportedOnceWithItsMembers() {
    var group = Principal.role("admins", inline: ["all": Self.everything])
    group.kind = .group
    var users = ["taro", "hanako"].map {
      Principal(kind: .user, arn: "arn:aws:iam::123456789012:user/\($0)", name: $0)
    }
    users[0].groups = ["admins"]
    users[1].groups = ["admins"]
    let findings = findings(users + [group])
    #expect(findings.map(\.verdict) == [Verdict(.alert, .adminLiteral)])
    #expect(findings.first?.values["members"] == "2")
    #expect(findings.first?.values["memberNames"] == "hanako, taro")
  }

  @Test func aGroupWithoutMembersStillHoldsTheGrant() {
    var group = Principal.role("admins", inline: ["all": Self.everything])
    group.kind = .group
    let findings = findings([group])
    #expect(findings.map(\.status) == [.alert])
    #expect(findings.first?.values["members"] == "0")
  }

  @Test func serviceLinkedRolesAreNobodysToChange() {
    var role = Principal.role("AWSServiceRoleForX", inline: ["all": Self.everything])
    role.path = "/aws-service-role/x.amazonaws.com/"
    #expect(
      findings([role]).map(\.verdict) == [Verdict(.notApplicable, .serviceLinkedRole)]
    )
  }

  @Test func namesWhoMayAssumeARoleAndWhoMadeIt() {
    var role = Principal.role("AWSReservedSSO_Admin_0123456789abcdef", inline: ["p": Self.reading])
    role.path = "/aws-reserved/sso.amazonaws.com/ap-northeast-1/"
    role.trustPolicy =
      #"{"Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com","#
      + #""AWS":["arn:aws:iam::999988887777:root"]}}}"#
    role.lastUsed = scanTime
    let values = findings([role]).first?.values
    #expect(values?["trusts"] == "AWS arn:aws:iam::999988887777:root, Service ec2.amazonaws.com")
    #expect(values?["managedBy"] == "IAM Identity Center")
    #expect(values?["lastUsed"] == "2026-06-11T10:00:00Z")
  }

  @Test(arguments: [
    ("OrganizationAccountAccessRole", "AWS Organizations"),
    ("AWSControlTowerExecution", "AWS Control Tower"),
    ("cdk-hnb659fds-cfn-exec-role-123456789012-us-east-1", "AWS CDK"),
  ])
  func knowsWellKnownRoles(_ name: String, _ product: String) {
    #expect(
      findings([.role(name, inline: ["p": Self.everything])]).first?.values["managedBy"] == product
    )
  }

  @Test func grantsOfOnePolicyToTwoRolesAreTwoUnits() {
    let findings = findings(
      [.role("a", attached: [Self.policyARN]), .role("b", attached: [Self.policyARN])],
      [Self.policyARN: .known(.policy(Self.everything))]
    )
    #expect(findings.map(\.resource.name) == ["a", "b"])
    let ids = Set(findings.map { $0.id(row: "ASC 04", account: "123456789012") })
    #expect(ids.count == 2)
  }

  @Test(arguments: [
    (
      UnreadGrants.Extent.inlinePolicy("p", of: .role("r")),
      "arn:aws:iam::123456789012:role/r", "inline:p"
    ),
    (.inlinePolicies(of: .role("r")), "arn:aws:iam::123456789012:role/r", "inline:*"),
    (.inlinePoliciesOfAll(.user), "arn:aws:iam::123456789012:user/*", "inline:*"),
    (.attachments(of: AttachedPolicy(name: "P", arn: policyARN)), policyARN, "attachments"),
    (.managedPolicies, "arn:aws:iam::123456789012:policy/*", "attachments"),
  ])
  func grantsThatCouldNotBeReadAreUnknownBesideTheOthers(
    _ extent: UnreadGrants.Extent,
    _ arn: String,
    _ qualifier: String
  ) {
    let findings = findings(
      [.role("a", inline: ["p": Self.everything])],
      unread: [UnreadGrants(extent, denied)]
    )
    #expect(findings.map(\.verdict) == [Verdict(.alert, .adminLiteral), .unknown])
    #expect(findings.last?.resource == Resource(arn: arn, region: nil, qualifier: qualifier))
    #expect(findings.last?.values["action"] == "any:Action")
  }

  @Test func onlyUnreadGrantsAreNotNothingToCheck() {
    let findings = findings([], unread: [UnreadGrants(.managedPolicies, denied)])
    #expect(findings.map(\.verdict) == [.unknown])
  }

  @Test func aPrincipalThatVanishedWhileReadingMakesNoFinding() {
    let findings = findings(
      [.role("a", inline: ["p": Self.reading])],
      unread: [UnreadGrants(.inlinePolicies(of: .role("r")), gone)]
    )
    #expect(findings.map(\.verdict) == [Verdict(.pass, .limitedPolicy)])
  }

  @Test func unreadGrantsOfAServiceLinkedRoleDoNotMatter() {
    var role = Principal.role("AWSServiceRoleForX")
    role.path = "/aws-service-role/x.amazonaws.com/"
    let findings = findings([role], unread: [UnreadGrants(.inlinePolicies(of: role), denied)])
    #expect(findings.map(\.verdict) == [Verdict(.notApplicable, .serviceLinkedRole)])
  }

  @Test func doesNotCountMembersItDoesNotKnow() {
    var group = Principal.role("admins", inline: ["all": Self.everything])
    group.kind = .group
    let values = findings([group], detailsGap: denied).first?.values
    #expect(values?["kind"] == "group")
    #expect(values?["members"] == nil)
  }

  private func findings(
    _ principals: [Principal],
    _ policies: [String: Fact<ManagedPolicy>] = [:],
    unread: [UnreadGrants] = [],
    detailsGap: Gap? = nil
  ) -> [Finding] {
    var authorization = Authorization(principals: principals, policies: policies)
    (authorization.unread, authorization.detailsGap) = (unread, detailsGap)
    return Check.limitedAdministrators.judged(
      .with { $0.authorization = .known(authorization) }
    )
  }
}

extension Principal {
  fileprivate static func role(
    _ name: String,
    inline: KeyValuePairs<String, String> = [:],
    attached: [String] = []
  ) -> Self {
    var role = Self(kind: .role, arn: "arn:aws:iam::123456789012:role/\(name)", name: name)
    role.inlinePolicies = inline.map { InlinePolicy(name: $0.key, document: $0.value) }
    role.attachedPolicies = attached.map { AttachedPolicy(name: "managed", arn: $0) }
    return role
  }
}

extension ManagedPolicy {
  fileprivate static func policy(_ document: String?) -> Self {
    Self(arn: "arn:aws:iam::aws:policy/P", defaultVersionID: "v3", document: document)
  }
}
