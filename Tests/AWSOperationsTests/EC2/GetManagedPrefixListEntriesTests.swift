import AWSOperations
import Testing

struct GetManagedPrefixListEntriesTests {
  @Test func namesTheList() {
    #expect(
      GetManagedPrefixListEntries(listID: "pl-1", pageToken: "t").request().text
        == "Action=GetManagedPrefixListEntries&Version=2016-11-15"
        + "&PrefixListId=pl-1&MaxResults=100&NextToken=t"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let answer = try fixture("ec2.GetManagedPrefixListEntries.xml")
    #expect(
      try GetManagedPrefixListEntries.output(from: answer)
        == Page(items: ["203.0.113.0/24", "0.0.0.0/0"])
    )
  }

  @Test func anEntryWithoutABlockThrows() {
    let body = """
      <GetManagedPrefixListEntriesResponse><entrySet><item/></entrySet>
      </GetManagedPrefixListEntriesResponse>
      """
    #expect(throws: Undecodable("item without cidr")) {
      try GetManagedPrefixListEntries.output(from: answer(body))
    }
  }
}
