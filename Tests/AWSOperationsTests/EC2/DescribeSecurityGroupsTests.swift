import AWSOperations
import Testing

struct DescribeSecurityGroupsTests {
  @Test func asksForAThousandAtATime() {
    #expect(
      DescribeSecurityGroups(pageToken: "t").request().text
        == "Action=DescribeSecurityGroups&Version=2016-11-15&MaxResults=1000&NextToken=t"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try DescribeSecurityGroups.output(from: fixture("ec2.DescribeSecurityGroups.xml"))
    #expect(page.items.map(\.name) == ["default", "web"])
    #expect(page.nextToken == nil)
    let web = page.items[1]
    #expect(web.id == "sg-0a1b2c3d4e5f60002")
    #expect(web.ownerID == "123456789012")
    #expect(web.vpcID == "vpc-0a1b2c3d4e5f60001")
    #expect(web.inbound == [ssh, https, itself])
    #expect(web.outbound == [everywhere])
  }

  @Test func aGroupWithoutInboundRulesThrows() {
    let body = """
      <DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId>
      <groupName>web</groupName><ownerId>123456789012</ownerId></item></securityGroupInfo>
      </DescribeSecurityGroupsResponse>
      """
    #expect(throws: Undecodable("item without ipPermissions")) {
      try DescribeSecurityGroups.output(from: answer(body))
    }
  }

  private var ssh: SecurityGroup.Rule {
    var rule = SecurityGroup.Rule(ipProtocol: "tcp", fromPort: 22, toPort: 22)
    rule.ipv4Ranges = ["0.0.0.0/0"]
    rule.ipv6Ranges = ["::/0"]
    return rule
  }

  private var https: SecurityGroup.Rule {
    var rule = SecurityGroup.Rule(ipProtocol: "tcp", fromPort: 443, toPort: 443)
    rule.prefixListIDs = ["pl-0a1b2c3d4e5f60001"]
    return rule
  }

  private var itself: SecurityGroup.Rule {
    var rule = SecurityGroup.Rule(ipProtocol: "-1")
    rule.groupIDs = ["sg-0a1b2c3d4e5f60002"]
    return rule
  }

  private var everywhere: SecurityGroup.Rule {
    var rule = SecurityGroup.Rule(ipProtocol: "-1")
    rule.ipv4Ranges = ["0.0.0.0/0"]
    return rule
  }
}
