import AWSOperations
import Testing

struct DescribeVpcsTests {
  @Test func asksForAThousandAtATime() {
    #expect(
      DescribeVpcs(pageToken: "t").request().text
        == "Action=DescribeVpcs&Version=2016-11-15&MaxResults=1000&NextToken=t"
    )
  }

  @Test func readsARecordedAnswer() throws {
    var expected = VPC(id: "vpc-0a1b2c3d4e5f60001", ownerID: "123456789012")
    expected.cidr = "172.31.0.0/16"
    expected.isDefault = true
    expected.tags = ["Name": "本番", "empty": ""]
    #expect(
      try DescribeVpcs.output(from: fixture("ec2.DescribeVpcs.xml")) == Page(items: [expected])
    )
  }

  @Test func aVPCMayBlockTheInternet() throws {
    let body = """
      <DescribeVpcsResponse><vpcSet><item><vpcId>vpc-1</vpcId><ownerId>1</ownerId>
      <blockPublicAccessStates><internetGatewayBlockMode>block-ingress</internetGatewayBlockMode>
      </blockPublicAccessStates></item></vpcSet></DescribeVpcsResponse>
      """
    let page = try DescribeVpcs.output(from: answer(body))
    #expect(page.items.map(\.internetGatewayBlock) == ["block-ingress"])
  }

  @Test func aVPCWithoutAnOwnerThrows() {
    let body = """
      <DescribeVpcsResponse><vpcSet><item><vpcId>vpc-1</vpcId></item></vpcSet>
      </DescribeVpcsResponse>
      """
    #expect(throws: Undecodable("item without ownerId")) {
      try DescribeVpcs.output(from: answer(body))
    }
  }
}
