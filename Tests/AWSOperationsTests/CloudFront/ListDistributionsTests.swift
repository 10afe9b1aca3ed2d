import AWSOperations
import Testing

struct ListDistributionsTests {
  @Test func asksForAHundredAtATime() {
    #expect(
      ListDistributions(pageToken: "m").request()
        == WireRequest(
          method: "GET",
          path: "/2020-05-31/distribution",
          query: [.init("MaxItems", "100"), .init("Marker", "m")]
        )
    )
  }

  @Test func readsAnAnswer() throws {
    var expected = Distribution(
      id: "E1EXAMPLE",
      domainName: "d111111abcdef8.cloudfront.net",
      origins: ["plain.s3-website-us-east-1.amazonaws.com"],
      viewerProtocolPolicies: ["redirect-to-https", "allow-all"]
    )
    expected.aliases = ["www.example.com"]
    #expect(
      try ListDistributions.output(from: fixture("cloudfront.ListDistributions.xml"))
        == Page(items: [expected], nextToken: "E2EXAMPLE")
    )
  }

  @Test func noDistributionsIsAnAnswer() throws {
    let body = """
      <DistributionList><Marker/><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated>
      <Quantity>0</Quantity></DistributionList>
      """
    #expect(try ListDistributions.output(from: answer(body)) == Page(items: []))
  }

  @Test func aPageThatIsCutShortAndDoesNotSayWhereThrows() {
    let body = "<DistributionList><IsTruncated>true</IsTruncated></DistributionList>"
    #expect(throws: Undecodable("DistributionList without NextMarker")) {
      try ListDistributions.output(from: answer(body))
    }
  }
}
