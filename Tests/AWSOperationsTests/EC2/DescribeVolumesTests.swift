import AWSOperations
import Foundation
import Testing

struct DescribeVolumesTests {
  @Test func asksForManagedVolumesToo() {
    #expect(
      DescribeVolumes(pageToken: "t").request().text
        == "Action=DescribeVolumes&Version=2016-11-15"
        + "&IncludeManagedResources=true&MaxResults=500&NextToken=t"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try DescribeVolumes.output(from: fixture("ec2.DescribeVolumes.xml"))
    #expect(page.items.map(\.isEncrypted) == [false, false, true])
    #expect(page.items.map(\.state) == ["in-use", "in-use", "available"])
    #expect(page.nextToken == nil)
    let first = page.items[0]
    #expect(first.id == "vol-0a1b2c3d4e5f60001")
    #expect(first.size == 8)
    #expect(first.type == "gp2")
    #expect(first.snapshotID == "snap-066877671789bd71b")
    #expect(first.attachedInstanceIDs == ["i-0a1b2c3d4e5f60001"])
    #expect(try first.createdAt == date("2026-06-23T20:37:05Z"))
    #expect(first.managedBy == nil)
    let last = page.items[2]
    #expect(last.kmsKeyID?.hasPrefix("arn:aws:kms:") == true)
    #expect(last.attachedInstanceIDs == [])
    #expect(last.managedBy == "eks.amazonaws.com")
    #expect(last.tags == ["Name": "データ"])
  }

  @Test func aVolumeMayNotSayWhetherItIsEncrypted() throws {
    let page = try DescribeVolumes.output(from: volume(""))
    #expect(page.items == [Volume(id: "vol-1", state: "error", isEncrypted: nil)])
  }

  @Test func anEncryptionThatIsNoTruthValueThrows() {
    #expect(throws: Undecodable("encrypted is not a truth value: partly")) {
      try DescribeVolumes.output(from: volume("<encrypted>partly</encrypted>"))
    }
  }

  @Test func noVolumesIsAnAnswer() throws {
    let body = "<DescribeVolumesResponse><volumeSet/><nextToken/></DescribeVolumesResponse>"
    #expect(try DescribeVolumes.output(from: answer(body)) == Page(items: []))
  }

  private func volume(_ members: String) -> WireAnswer {
    answer(
      """
      <DescribeVolumesResponse><volumeSet><item><volumeId>vol-1</volumeId>
      <status>error</status>\(members)</item></volumeSet></DescribeVolumesResponse>
      """
    )
  }
}
