import AWSOperations
import Testing

struct DescribeNetworkInterfacesTests {
  @Test func asksForManagedInterfacesToo() {
    #expect(
      DescribeNetworkInterfaces(pageToken: "t").request().text
        == "Action=DescribeNetworkInterfaces&Version=2016-11-15"
        + "&IncludeManagedResources=true&MaxResults=1000&NextToken=t"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try DescribeNetworkInterfaces.output(
      from: fixture("ec2.DescribeNetworkInterfaces.xml")
    )
    #expect(page.items.map(\.publicIP) == ["198.51.100.7", nil])
    #expect(page.items.map(\.instanceID) == ["i-0a1b2c3d4e5f60001", nil])
    #expect(page.items.map(\.groupIDs) == [["sg-0a1b2c3d4e5f60002"], ["sg-0a1b2c3d4e5f60002"]])
    #expect(page.items[1].description == "spare")
    #expect(page.items[1].kind == "interface")
    #expect(page.nextToken == nil)
  }

  @Test func aPublicAddressMayBelongToASecondaryOne() throws {
    let body = interface(
      """
      <groupSet/><privateIpAddressesSet><item><primary>true</primary></item>
      <item><association><publicIp>203.0.113.9</publicIp></association></item>
      </privateIpAddressesSet>
      <ipv6AddressesSet><item><ipv6Address>2001:db8::1</ipv6Address></item></ipv6AddressesSet>
      """
    )
    let page = try DescribeNetworkInterfaces.output(from: answer(body))
    #expect(page.items[0].publicIP == "203.0.113.9")
    #expect(page.items[0].ipv6Addresses == ["2001:db8::1"])
  }

  @Test func anInterfaceWithoutItsGroupsThrows() {
    #expect(throws: Undecodable("item without groupSet")) {
      try DescribeNetworkInterfaces.output(from: answer(interface("")))
    }
  }

  private func interface(_ members: String) -> String {
    """
    <DescribeNetworkInterfacesResponse><networkInterfaceSet><item>
    <networkInterfaceId>eni-1</networkInterfaceId>\(members)</item></networkInterfaceSet>
    </DescribeNetworkInterfacesResponse>
    """
  }
}
