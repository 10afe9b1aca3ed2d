import AWSOperations
import Foundation
import Testing

struct DescribeInstancesTests {
  @Test func asksForManagedInstancesToo() {
    #expect(
      DescribeInstances().request().text == "Action=DescribeInstances&Version=2016-11-15"
        + "&IncludeManagedResources=true&MaxResults=1000"
    )
    #expect(
      DescribeInstances(pageToken: "a+b=").request().text.hasSuffix("&NextToken=a%2Bb%3D")
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try DescribeInstances.output(from: fixture("ec2.DescribeInstances.xml"))
    #expect(page.nextToken == "token-EXAMPLE")
    #expect(page.items.map(\.id) == ["i-0a1b2c3d4e5f60001", "i-0a1b2c3d4e5f60002"])
    let web = page.items[0]
    #expect(web.ownerID == "123456789012")
    #expect(web.state == "running")
    #expect(web.instanceProfileARN == "arn:aws:iam::123456789012:instance-profile/web")
    #expect(try web.launchedAt == date("2026-06-23T20:37:05Z"))
    #expect(web.vpcID == "vpc-0a1b2c3d4e5f60001")
    #expect(web.publicIP?.hasPrefix("54.214.") == true)
    #expect(web.platform == "windows")
    #expect(web.keyName == "k")
    #expect(web.managedBy == nil)
    #expect(web.tags == ["Name": "ウェブ<1>&"])
    #expect(page.items[1].instanceProfileARN == nil)
    #expect(page.items[1].tags == [:])
  }

  @Test func namesTheServiceThatManagesAnInstance() throws {
    let page = try DescribeInstances.output(
      from: instance(
        """
        <operator><managed>true</managed><principal>eks.amazonaws.com</principal></operator>
        <platformDetails>Linux/UNIX</platformDetails>
        <instanceState><name>pending</name></instanceState>
        """
      )
    )
    #expect(page.items[0].managedBy == "eks.amazonaws.com")
    #expect(page.items[0].platform == "Linux/UNIX")
  }

  @Test func anInstanceWithoutAStateThrows() {
    #expect(throws: Undecodable("item without instanceState")) {
      try DescribeInstances.output(from: instance(""))
    }
  }

  private func instance(_ members: String) -> WireAnswer {
    answer(
      """
      <DescribeInstancesResponse><reservationSet><item><ownerId>1</ownerId><instancesSet>
      <item><instanceId>i-1</instanceId>\(members)</item>
      </instancesSet></item></reservationSet></DescribeInstancesResponse>
      """
    )
  }
}
