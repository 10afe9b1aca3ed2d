import AWSOperations
import Testing

struct DescribeSubnetsTests {
  @Test func asksForAThousandAtATime() {
    #expect(
      DescribeSubnets().request().text
        == "Action=DescribeSubnets&Version=2016-11-15&MaxResults=1000"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try DescribeSubnets.output(from: fixture("ec2.DescribeSubnets.xml"))
    #expect(
      page.items == [
        Subnet(id: "subnet-0a1b2c3d4e5f60001", vpcID: "vpc-0a1b2c3d4e5f60001"),
        Subnet(id: "subnet-0a1b2c3d4e5f60002", vpcID: "vpc-0a1b2c3d4e5f60001"),
      ]
    )
  }
}
