import Testing

@testable import Checks

struct PublicStatementTests {
  @Test(arguments: [
    #""Principal":"*""#,
    #""Principal":{"AWS":"*"}"#,
    #""Principal":{"AWS":["arn:aws:iam::123456789012:root","*"]}"#,
    #""Principal":{"Federated":"graph.facebook.com"}"#,
    #""NotPrincipal":{"AWS":"arn:aws:iam::123456789012:root"}"#,
    #""Resource":"*""#,
  ])
  func isPublic(_ principal: String) throws {
    #expect(try policy(principal).isPublic)
  }

  @Test(arguments: [
    #""Principal":{"AWS":"arn:aws:iam::123456789012:root"}"#,
    #""Principal":{"AWS":"123456789012"}"#,
    #""Principal":{"Service":"cloudtrail.amazonaws.com"}"#,
    #""Principal":{"CanonicalUser":"79a59df900b949e55d96a1e698fbaced"}"#,
  ])
  func isNotPublic(_ principal: String) throws {
    #expect(try !policy(principal).isPublic)
  }

  @Test(arguments: [
    #"{"StringLike":{"aws:PrincipalOrgID":"o-*"}}"#,
    #"{"StringEqualsIfExists":{"aws:SourceVpce":"vpce-1a2b3c4d"}}"#,
    #"{"ForAllValues:StringEquals":{"aws:PrincipalOrgID":"o-a1b2"}}"#,
    #"{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}"#,
    #"{"IpAddress":{"aws:SourceIp":["0.0.0.0/1","128.0.0.0/1"]}}"#,
    #"{"IpAddress":{"aws:SourceIp":"8.0.0.0/7"}}"#,
    #"{"IpAddress":{"aws:SourceIp":"2600::/16"}}"#,
    #"{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","0.0.0.0/0"]}}"#,
    #"{"IpAddress":{"aws:SourceIp":"somewhere/24"}}"#,
    #"{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#,
    #"{"StringLike":{"aws:SourceVpc":"vpc-*"}}"#,
    #"{"Bool":{"aws:SecureTransport":"true"}}"#,
    #"{"StringLike":{"aws:Referer":"https://example.com/"}}"#,
    #"{"StringEquals":{"s3:ExistingObjectTag/public":"yes"}}"#,
    #"{"StringEquals":{"aws:PrincipalAccount":"${aws:SourceAccount}"}}"#,
    #"{"ArnLike":{"s3:DataAccessPointArn":"arn:aws:s3:us-east-1:*:accesspoint/a"}}"#,
    #"{"StringEquals":{"aws:SourceVpce":[]}}"#,
    #"{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:*:topic"}}"#,
  ])
  func aConditionThatLeavesItPublic(_ condition: String) throws {
    #expect(try policy(#""Principal":"*","Condition":\#(condition)"#).isPublic)
    #expect(try policy(#""Principal":{"AWS":"*"},"Condition":\#(condition)"#).isPublic)
  }

  @Test(arguments: [
    #"{"StringEquals":{"AWS:principalorgid":"o-a1b2c3d4e5"}}"#,
    #"{"ForAnyValue:StringEquals":{"aws:PrincipalOrgPaths":"o-a1/r-b2/ou-c3/"}}"#,
    #"{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#,
    #"{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#,
    #"{"IpAddress":{"aws:SourceIp":["203.0.113.9","2001:db8::/32"]}}"#,
    #"{"StringEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}}"#,
    #"{"ArnLike":{"s3:DataAccessPointArn":"arn:aws:s3:eu-west-1:123456789012:accesspoint/*"}}"#,
    #"{"Bool":{"aws:SecureTransport":"true"},"StringEquals":{"aws:SourceVpce":"vpce-1a2b"}}"#,
  ])
  func aConditionThatFixesWhoCalls(_ condition: String) throws {
    #expect(try !policy(#""Principal":"*","Condition":\#(condition)"#).isPublic)
  }

  @Test func aDenyIsNotPublic() throws {
    #expect(try !policy(#""Principal":"*""#, effect: "Deny").isPublic)
  }

  @Test func namesTheStatementsByTheirSidOrNumber() throws {
    let policy = try PolicyDocument(
      #"""
      {"Statement":[
        {"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"}},
        {"Effect":"Allow","Principal":"*"},
        {"Sid":"Everyone","Effect":"Allow","Principal":{"AWS":["*"]}}
      ]}
      """#
    )
    #expect(policy.publicStatements == ["2", "Everyone"])
  }

  private func policy(_ members: String, effect: String = "Allow") throws -> PolicyDocument {
    try PolicyDocument(
      #"{"Statement":[{"Effect":"\#(effect)","Action":"s3:GetObject",\#(members)}]}"#
    )
  }
}
