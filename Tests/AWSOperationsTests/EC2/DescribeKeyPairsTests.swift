import AWSOperations
import Testing

struct DescribeKeyPairsTests {
  @Test func asksForAllAtOnce() {
    #expect(
      DescribeKeyPairs().request().text == "Action=DescribeKeyPairs&Version=2016-11-15"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let keys = try DescribeKeyPairs.output(from: fixture("ec2.DescribeKeyPairs.xml"))
    #expect(keys.map(\.name) == ["deploy", "web", "imported"])
    #expect(keys.map(\.type) == ["rsa", "ed25519", "rsa"])
    #expect(keys[0].id == "key-0a1b2c3d4e5f60001")
    #expect(try keys[0].createdAt == date("2026-05-04T03:02:01Z"))
    #expect(keys[2].fingerprint == "c9:dc:2b:6d:79:b5:5d:b8:f7:44:24:e1:8a:9c:24:7b")
    #expect(keys[1].tags == ["Name": "踏み台"])
  }

  @Test func aKeyPairWithoutANameThrows() {
    let body = """
      <DescribeKeyPairsResponse><keySet><item><keyPairId>key-1</keyPairId></item></keySet>
      </DescribeKeyPairsResponse>
      """
    #expect(throws: Undecodable("item without keyName")) {
      try DescribeKeyPairs.output(from: answer(body))
    }
  }
}
