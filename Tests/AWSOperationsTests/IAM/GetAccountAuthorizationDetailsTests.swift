import AWSOperations
import Foundation
import Testing

struct GetAccountAuthorizationDetailsTests {
  @Test func asksForEverythingAThousandAtATime() {
    #expect(
      GetAccountAuthorizationDetails(pageToken: "A/B+=").request().text
        == "Action=GetAccountAuthorizationDetails&Version=2010-05-08"
        + "&MaxItems=1000&Marker=A%2FB%2B%3D"
        + "&Filter.member.1=User&Filter.member.2=Role&Filter.member.3=Group"
        + "&Filter.member.4=LocalManagedPolicy&Filter.member.5=AWSManagedPolicy"
    )
  }

  @Test func readsUsersAndGroupsOfARecordedAnswer() throws {
    let principals = try principals()
    #expect(principals.map(\.name) == ["alice", "bob", "ops", "web"])
    #expect(principals.map(\.kind) == [.user, .user, .group, .role])
    let (alice, bob, ops) = (principals[0], principals[1], principals[2])
    #expect(alice.arn == "arn:aws:iam::123456789012:user/alice")
    #expect(alice.groups == ["ops"])
    #expect(alice.permissionsBoundary == "arn:aws:iam::123456789012:policy/admin-like")
    #expect(alice.inlinePolicies.map(\.name) == ["inline"])
    #expect(alice.inlinePolicies[0].document.hasPrefix("%7B%22Version%22"))
    #expect(bob.path == "/people/")
    #expect(bob.inlinePolicies == [])
    #expect(ops.inlinePolicies.map(\.name) == ["g-inline"])
    #expect(ops.attachedPolicies == bob.attachedPolicies)
  }

  @Test func readsRolesOfARecordedAnswer() throws {
    let role = try principals()[3]
    #expect(role.trustPolicy?.hasPrefix(#"{"Version": "2012-10-17""#) == true)
    #expect(role.instanceProfiles == ["arn:aws:iam::123456789012:instance-profile/web"])
    #expect(role.inlinePolicies.map(\.name) == ["r-inline"])
    #expect(
      role.attachedPolicies == [
        AttachedPolicy(name: "admin-like", arn: "arn:aws:iam::123456789012:policy/admin-like")
      ]
    )
    #expect(try role.lastUsed == date("2026-06-22T01:02:03Z"))
  }

  @Test func readsTheDefaultVersionOfAPolicyAlone() throws {
    let policies = try page().items.compactMap { item in
      if case .policy(let policy) = item { policy } else { nil }
    }
    #expect(policies.map(\.arn) == ["arn:aws:iam::123456789012:policy/admin-like"])
    #expect(policies[0].defaultVersionID == "v2")
    #expect(policies[0].document?.contains("%22Action%22%3A%20%22%2A%22") == true)
  }

  @Test func handsOnTheMarker() throws {
    let page = try page()
    #expect(GetAccountAuthorizationDetails.items(of: page).count == 5)
    #expect(GetAccountAuthorizationDetails.nextToken(of: page) == "AMarker/EXAMPLE+==")
  }

  @Test func aPolicyWithoutItsDefaultVersionHasNoDocument() throws {
    let page = try GetAccountAuthorizationDetails.output(
      from: envelope(
        """
        <Policies><member><Arn>arn:p</Arn><DefaultVersionId>v3</DefaultVersionId>
        <PolicyVersionList><member><Document>{}</Document><VersionId>v1</VersionId></member>
        </PolicyVersionList></member></Policies><IsTruncated>false</IsTruncated>
        """
      )
    )
    #expect(
      page.items == [
        .policy(ManagedPolicy(arn: "arn:p", defaultVersionID: "v3", document: nil))
      ]
    )
  }

  @Test func aCutAnswerWithoutAMarkerThrows() {
    #expect(throws: Undecodable.self) {
      try GetAccountAuthorizationDetails.output(
        from: envelope("<UserDetailList/><IsTruncated>true</IsTruncated>")
      )
    }
  }

  private func envelope(_ result: String) -> WireAnswer {
    answer(
      """
      <GetAccountAuthorizationDetailsResponse><GetAccountAuthorizationDetailsResult>
      \(result)
      </GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>
      """
    )
  }

  private func page() throws -> Page<AuthorizationItem> {
    try GetAccountAuthorizationDetails.output(
      from: fixture("iam.GetAccountAuthorizationDetails.xml")
    )
  }

  private func principals() throws -> [Principal] {
    try page().items.compactMap { item in
      if case .principal(let principal) = item { principal } else { nil }
    }
  }
}
