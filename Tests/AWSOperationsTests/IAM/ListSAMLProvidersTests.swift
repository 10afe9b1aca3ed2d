import AWSOperations
import Testing

struct ListSAMLProvidersTests {
  @Test func asksForAllAtOnce() {
    #expect(ListSAMLProviders().request().text == "Action=ListSAMLProviders&Version=2010-05-08")
  }

  @Test func readsARecordedAnswer() throws {
    let expected = SAMLProvider(
      arn: "arn:aws:iam::123456789012:saml-provider/okta",
      validUntil: try date("2032-05-09T16:27:11Z")
    )
    #expect(try ListSAMLProviders.output(from: fixture("iam.ListSAMLProviders.xml")) == [expected])
  }

  @Test func aProviderWithoutAnARNThrows() {
    let body = """
      <ListSAMLProvidersResponse><ListSAMLProvidersResult><SAMLProviderList><member/>
      </SAMLProviderList></ListSAMLProvidersResult></ListSAMLProvidersResponse>
      """
    #expect(throws: Undecodable("member without Arn")) {
      try ListSAMLProviders.output(from: answer(body))
    }
  }
}
