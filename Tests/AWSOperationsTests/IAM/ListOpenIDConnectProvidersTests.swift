import AWSOperations
import Testing

struct ListOpenIDConnectProvidersTests {
  @Test func asksForAllAtOnce() {
    #expect(
      ListOpenIDConnectProviders().request().text
        == "Action=ListOpenIDConnectProviders&Version=2010-05-08"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let answer = try fixture("iam.ListOpenIDConnectProviders.xml")
    #expect(
      try ListOpenIDConnectProviders.output(from: answer)
        == ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]
    )
  }

  @Test func aListOfSomethingElseThrows() {
    let body = """
      <ListOpenIDConnectProvidersResponse><ListOpenIDConnectProvidersResult>
      <OpenIDConnectProviderList><item/></OpenIDConnectProviderList>
      </ListOpenIDConnectProvidersResult></ListOpenIDConnectProvidersResponse>
      """
    #expect(throws: Undecodable("OpenIDConnectProviderList holds item instead of member")) {
      try ListOpenIDConnectProviders.output(from: answer(body))
    }
  }
}
